/** Offers a text as a file to keep; it may come in pieces. */
export function download(name: string, mediaType: string, pieces: readonly string[]): void {
  const address = URL.createObjectURL(new Blob([...pieces], { type: mediaType }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser has begun to read it only after this turn.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** A title as the name of a file that every system takes. */
export function fileNameOf(title: string, ending: string): string {
  const name = title
    .normalize("NFKD")
    .replace(/[^\p{Letter}\p{Number}.]+/gu, "-")
    .replace(/^[-.]+|[-.]+$/g, "")
    .toLowerCase()
    .slice(0, 60);
  return `${name || "conversation"}.${ending}`;
}
