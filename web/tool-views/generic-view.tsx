import type { ReactNode } from "react";
import { isListOf, isRecord, isShape, isString } from "../guards.ts";
import { ScrollArea } from "../scroll-area.tsx";
import { Fold, FoldedCard } from "./card.tsx";
import { Table } from "./table.tsx";

const isFacts = isListOf(isShape({ label: isString, display: isString }));

function Value({ value }: { value: unknown }): ReactNode {
  if (value === null || value === undefined || value === "") return "none";
  if (typeof value !== "object") return String(value);
  if (isListOf(isString)(value)) return value.join(", ") || "none";
  return (
    <ScrollArea name="JSON">
      <pre>{JSON.stringify(value, null, 1)}</pre>
    </ScrollArea>
  );
}

/** Any tool's result as names and values; its facts by their own labels. */
export function GenericView({ name, output }: { name: string; output: unknown }) {
  const fields = isRecord(output) ? output : { result: output };
  const { facts, ...others } = fields;
  const known = isFacts(facts) ? facts.map(({ label, display }) => [label, display]) : [];
  const rows = Object.entries(others).map(([key, value]) => [key, <Value key={key} value={value} />]);
  return (
    <FoldedCard title={`Result of ${name}`}>
      {known.length > 0 && (
        <Table caption="Facts" columns={[{ name: "What" }, { name: "Value", isFigure: true }]} rows={known} />
      )}
      <Fold summary="All fields">
        <Table caption="Fields of the result" columns={[{ name: "Field" }, { name: "Value" }]} rows={rows} />
      </Fold>
    </FoldedCard>
  );
}
