import { Link, useLocation } from "wouter";

/** The views of the page, and the addresses that belong to each. */
const views = [
  { name: "Chat", address: "/", isAt: (path: string) => path === "/" || path.startsWith("/chats/") },
  { name: "Planner", address: "/planner", isAt: (path: string) => path === "/planner" },
  { name: "Documents", address: "/documents", isAt: (path: string) => path.startsWith("/documents") },
  { name: "Status", address: "/status", isAt: (path: string) => path === "/status" },
] as const;

/** Whether the address is one of the chat. */
export function isChatAt(path: string): boolean {
  return views[0].isAt(path);
}

/** The way from view to view. */
export function Navigation() {
  const [path] = useLocation();
  return (
    <nav aria-label="Views">
      <ul>
        {views.map(({ name, address, isAt }) => (
          <li key={name}>
            <Link href={address} aria-current={isAt(path) ? "page" : undefined}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
