/** What many traces show, so that the page holds each once: the id of the element that holds one, and all of them. */
export type Shared<Value> = {
  keyOf(value: Value): string;
  entries: readonly { key: string; value: Value }[];
};

/** Gives each distinct value an id. */
export function shareOut<Value>(prefix: string, values: readonly Value[]): Shared<Value> {
  const distinct = new Map(values.map((value) => [JSON.stringify(value), value]));
  const entries = [...distinct].map(([name, value], index) => ({ name, key: `${prefix}-${index}`, value }));
  const keys = new Map(entries.map(({ name, key }) => [name, key]));
  return { keyOf: (value) => keys.get(JSON.stringify(value)) ?? "", entries };
}
