import { useEffect } from "react";
import { withoutHidden } from "./hidden-characters.ts";

const product = "Jetson Advisor";

/** Names the page in tabs, bookmarks and the browser's history by what is shown; what is not shown names nothing. */
export function useTitle(name: string, isShown = true): void {
  useEffect(() => {
    if (isShown) document.title = name === "" ? product : `${withoutHidden(name)} – ${product}`;
  }, [name, isShown]);
}
