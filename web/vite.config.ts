import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** Nothing inline, neither scripts nor data URLs: the page is served under a strict Content-Security-Policy. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  resolve: {
    // What the Markdown parser brings sets innerHTML, which the policy refuses: the page would end at the first `&amp;`.
    alias: { "decode-named-character-reference": join(import.meta.dirname, "chat/named-characters.ts") },
  },
  build: {
    outDir: "dist",
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 650,
  },
  server: { proxy: { "/api": "http://127.0.0.1:7860" } },
});
