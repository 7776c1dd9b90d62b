/** Text of a model or a user as Markdown that shows it as it is, in one line. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>#|]/g, "\\$&").replace(/\s+/g, " ");
}
