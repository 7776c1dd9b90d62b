import { testClient } from "hono/testing";
import { catalogRoutes } from "../../../server/http/catalog-routes.ts";
import type { Catalog } from "../../../web/planner/catalog.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

/** The catalogue as the page gets it. */
export async function fetchCatalog(): Promise<Catalog> {
  return (await testClient(catalogRoutes(knowledge)).index.$get()).json();
}
