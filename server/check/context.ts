/** What the words round a number say of it; empty quantities where they say nothing. */
export type QuantityContext = {
  quantities: ReadonlySet<string>;
  sign: "negative" | "positive" | undefined;
  ends: ReadonlySet<"low" | "high">;
  /** True where only verbs such as "needs" or "runs at" said it, not a noun. */
  isLoose: boolean;
};
