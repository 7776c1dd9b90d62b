import type { Check, CheckState } from "./check.ts";

/** How the advisor is called inside its clone, where no program of that name is on the path. */
export const ADVISOR = "npm run -s advisor --";

/** A word for the shell: quoted where it holds more than names, numbers and the usual signs of both. */
export function shellWord(text: string): string {
  return /^[\w.:/@+=-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/** A text of another program without what would steer a terminal: control characters, and turns of direction. */
export function plainText(text: string): string {
  return text.replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, "�");
}

/** Makes the lines of one subject: same id and title, states and words as found. */
export function checkOf(id: string, title: string) {
  return (state: CheckState, message: string, fix?: string): Check => ({
    id,
    state,
    title,
    message: plainText(message),
    ...(fix !== undefined && { fix: plainText(fix) }),
  });
}
