import type { KeyboardEvent } from "react";

/** What Safari gives the Enter that ends a composition, which it reports only after it is over. */
const composingCode = 229;

/** While an input method composes, all keys belong to it. */
export function isComposing({ nativeEvent }: KeyboardEvent): boolean {
  return nativeEvent.isComposing || nativeEvent.keyCode === composingCode;
}

/** Enter sends; with Shift it breaks the line. */
export function isSendKey(event: KeyboardEvent): boolean {
  return event.key === "Enter" && !event.shiftKey && !isComposing(event);
}
