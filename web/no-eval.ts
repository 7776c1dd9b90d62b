import { config } from "zod";

/*
 * The AI SDK's schemas are made by zod, which tries `new Function` when the first one is made: the page's policy would
 * refuse and report it. So this is work at import, and the first import of the page.
 */
config({ jitless: true });
