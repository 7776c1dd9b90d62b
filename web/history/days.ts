import type { Summary } from "./conversation.ts";

/** Conversations of one day, under its name. */
export type Day = { name: string; summaries: Summary[] };

const format = new Intl.DateTimeFormat("en-GB", {
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
});

/** A day before midnight of the reader's own time; at noon, since a day of the clock change has 23 hours. */
function daysAgo(count: number, now: number): string {
  const day = new Date(now);
  day.setHours(12, 0, 0, 0);
  day.setDate(day.getDate() - count);
  return day.toDateString();
}

export function newestFirst(summaries: readonly Summary[]): Summary[] {
  return summaries.toSorted((one, other) => other.updatedAt - one.updatedAt);
}

/** Conversations by the day they were last changed in the reader's time, of a list that begins with the newest. */
export function groupByDay(summaries: readonly Summary[], now: number): Day[] {
  const days: (Day & { date: string })[] = [];
  const names = new Map([
    [daysAgo(1, now), "Yesterday"],
    [daysAgo(0, now), "Today"],
  ]);
  for (const summary of summaries) {
    const date = new Date(summary.updatedAt).toDateString();
    const last = days.at(-1);
    if (last?.date === date) last.summaries.push(summary);
    else days.push({ date, name: names.get(date) ?? format.format(summary.updatedAt), summaries: [summary] });
  }
  return days.map(({ name, summaries }) => ({ name, summaries }));
}
