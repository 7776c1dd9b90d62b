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

/** "Today", "Yesterday" or the date in words, in the reader's time. */
function nameOfDay(time: number, now: number): string {
  const day = new Date(time).toDateString();
  if (day === daysAgo(0, now)) return "Today";
  return day === daysAgo(1, now) ? "Yesterday" : format.format(time);
}

/** Conversations by the day they were last changed, the newest first. */
export function groupByDay(summaries: readonly Summary[], now: number): Day[] {
  const days: Day[] = [];
  for (const summary of summaries.toSorted((one, other) => other.updatedAt - one.updatedAt)) {
    const name = nameOfDay(summary.updatedAt, now);
    const last = days.at(-1);
    if (last?.name === name) last.summaries.push(summary);
    else days.push({ name, summaries: [summary] });
  }
  return days;
}
