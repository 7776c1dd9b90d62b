/** Where a document is shown, or a passage of it: `<document>#<section>` opens at the section. */
export function documentAddress(passageId: string): string {
  const at = passageId.indexOf("#");
  if (at < 0) return `/documents/${encodeURIComponent(passageId)}`;
  const [document, section] = [passageId.slice(0, at), passageId.slice(at + 1)];
  return `/documents/${encodeURIComponent(document)}#${encodeURIComponent(section)}`;
}

/** The section that a passage's id names within its document. */
export function sectionOf(passageId: string): string {
  return passageId.slice(passageId.indexOf("#") + 1);
}

/** The section that the part of an address behind `#` names; an escape that is none is taken as it is written. */
export function sectionAt(hash: string): string {
  const escaped = hash.replace(/^#/, "");
  try {
    return decodeURIComponent(escaped);
  } catch {
    return escaped;
  }
}
