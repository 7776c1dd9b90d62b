/** Folders whose place on the machine is nobody's business. */
export type Places = { root: string; home: string };

/** A user and a password in an address, which stand before its host. */
const credentials = /(\b[a-z][a-z\d+.-]*:\/\/)[^\s/@'"]*@/gi;

/** A text as a pattern that means nothing but itself. */
function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}

/** A path begins where a word does, and a folder's name ends with it: "/opt" is not in "/optimum". */
function within(folder: string): RegExp {
  return new RegExp(`(?<![\\w.~-])${literal(folder)}(?=[/\\s'":,;)]|\\.?$)`, "g");
}

/**
 * A text for whoever looks at the page: paths of the program from its own folder on, those of its user from "~" on so
 * that commands still work, and addresses without the secrets that may stand in them.
 */
export function hidePlaces(text: string, { root, home }: Places): string {
  const told = text.replace(credentials, "$1").replace(within(root), ".");
  // The home of a service may be the root of everything, which tells nothing.
  return home.length > 1 ? told.replace(within(home), "~") : told;
}
