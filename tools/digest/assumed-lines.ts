/** From here on an assumption is a remark of its own. */
const longestInList = 90;

/** "Llama: format Q4_K_M" is about Llama. */
const subject = /^(?<about>[^:"]{2,60}): (?<what>.+)$/;

/** What was assumed, in a line that names each board and model once; long remarks follow in lines of their own. */
export function assumedLines(assumptions: readonly string[]): string[] {
  const short = assumptions.filter(({ length }) => length <= longestInList);
  const bySubject = new Map<string, string[]>();
  for (const text of new Set(short)) {
    const { about = "", what = text } = subject.exec(text)?.groups ?? {};
    bySubject.set(about, [...(bySubject.get(about) ?? []), what]);
  }
  const lists = [...bySubject].map(([about, words]) =>
    about ? `${about} (${words.join("; ")})` : words.join("; "),
  );
  const remarks = assumptions.filter((text) => !short.includes(text)).map((text) => `note: ${text}`);
  return [...(lists.length > 0 ? [`assumed: ${lists.join("; ")}`] : []), ...remarks];
}
