const key = "jetson-advisor-plan";

/** The plan of this tab, as its address, for whoever comes back to the planner from another view. */
export function recallPlan(): string {
  try {
    return sessionStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}

/** A browser that stores nothing still plans. */
export function rememberPlan(query: string): void {
  try {
    sessionStorage.setItem(key, query);
  } catch {
    // The address has it too.
  }
}
