/** What a row is of, field by field: the board, the models, the engine … An empty field says nothing. */
export type RowFields = Readonly<Record<string, string>>;

/** The rows of a card by what tells them apart, and what they have in common. */
export type RowNames = {
  /** A name for each row: the fields in which rows differ, or the first field where they differ in none. */
  names: string[];
  /** Fields that are the same in all rows. */
  common: RowFields;
};

/** Names of which none stands twice: rows may differ in what is no field. */
function numbered(names: readonly string[]): string[] {
  return names.map((name, index) => {
    const before = names.slice(0, index).filter((other) => other === name).length;
    return before === 0 ? name : `${name} (${before + 1})`;
  });
}

/** Names rows by their differences: what is the same in all of them is said once, above them. */
export function nameRows(rows: readonly RowFields[]): RowNames {
  const fields = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const isShared = (field: string) => rows.every((row) => row[field] === rows[0]?.[field]);
  const differing = fields.filter((field) => !isShared(field));
  const told = differing.length > 0 ? differing : fields.slice(0, 1);
  return {
    names: numbered(rows.map((row) => told.flatMap((field) => row[field] || []).join(", "))),
    common: Object.fromEntries(fields.filter(isShared).map((field) => [field, rows[0]?.[field] ?? ""])),
  };
}
