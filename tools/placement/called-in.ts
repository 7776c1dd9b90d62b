import type { Catalog, Named } from "../../knowledge/catalog.ts";

/** The name that a catalogue has for what is called so, by id, name or alias; what no catalogue has is called as it is. */
export function calledIn(catalog: Pick<Catalog<Named>, "find">, name: string): string {
  return catalog.find(name)?.entry.value.name ?? name;
}
