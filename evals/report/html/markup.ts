import type { html } from "hono/html";

/** What a template makes: HTML whose values are escaped. */
export type Markup = ReturnType<typeof html>;
