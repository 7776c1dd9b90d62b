/** "verdict: fits. X on Y needs …" as a sentence. */
function verdictSentence(line: string): string | undefined {
  const [, verdict = "", subject = "", rest] =
    /^verdict: ([\w\s]+?)(?: \([^)]*\))?\. (.*?) (needs|cannot) /.exec(line) ?? [];
  if (verdict === "") return undefined;
  if (rest === "cannot") return `${subject} is ${verdict}.`;
  const words = verdict === "tight" ? "is tight" : verdict;
  return `${subject} ${words}: it ${line.slice(line.indexOf("needs "))}.`;
}

/** What a result is about, from the line it begins with. */
function subjectOf(line: string): string {
  const speed =
    /^(?:speed|no speed) of (?<what>.*?)(?: in \S+)? with \S+(?: \S+)* on (?<board>.*?)(?: in [\w_]+)?: /.exec(
      line,
    );
  if (speed) return `${speed.groups?.what} on ${speed.groups?.board}: `;
  const fit = /^verdict: .*?\. (?<plan>.*?) (?:needs|cannot) /.exec(line);
  return fit ? `${fit.groups?.plan}: ` : "";
}

/** A line of a search with its passage behind it; one that says not to use a figure is left out. */
function quotation(line: string): string[] {
  const [, id = "", words = ""] = /^\[([^\]]+#[^\]]+)\] (.*)$/.exec(line) ?? [];
  if (id === "" || words.includes("(do not use")) return [];
  return [`${words.replaceAll("…", "").trim()} [${id}]`];
}

/** One result as a model that adds nothing puts it: its first line as a sentence, the others as a list. */
function retellOne(result: string): string[] {
  const [first = "", ...rest] = result.split("\n");
  if (first.startsWith("[")) return [first, ...rest].flatMap(quotation);
  const sentence =
    verdictSentence(first) ??
    `${first.charAt(0).toUpperCase()}${first.slice(1)}${first.endsWith(".") ? "" : "."}`;
  const subject = subjectOf(first);
  const told = rest.filter((line) => !line.startsWith("run: "));
  return [sentence, ...told.map((line) => `- ${subject}${line}`)];
}

/** Everything that the results of the tools say, in their order. */
export function retell(results: readonly string[]): string {
  return results.map((result) => retellOne(result).join("\n")).join("\n\n");
}
