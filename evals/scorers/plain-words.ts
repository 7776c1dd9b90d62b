/**
 * A text as it is compared: whole words in lower case with one blank between them and one at each end, so that "fits"
 * is not found in "outfits". Dots inside numbers and versions stay.
 */
export function plainWords(text: string): string {
  const words = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/(?<!\d)[.,]|[.,](?!\d)/g, " ")
    .match(/[\p{L}\p{M}\p{N}.,%+]+/gu);
  return ` ${(words ?? []).join(" ")} `;
}
