const keyOf = (name: string) => `jetson-advisor-${name}`;

/** What this tab of the browser was told to remember; "" where that was nothing, or where it may store nothing. */
export function recall(name: string): string {
  try {
    return sessionStorage.getItem(keyOf(name)) ?? "";
  } catch {
    return "";
  }
}

/** Remembers a text for this tab, "" being nothing. What is remembered stands in view too, so a browser that stores nothing loses none of it. */
export function remember(name: string, text: string): void {
  try {
    if (text === "") sessionStorage.removeItem(keyOf(name));
    else sessionStorage.setItem(keyOf(name), text);
  } catch {}
}
