import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** Nothing inline, neither scripts nor data URLs: the page is served under a strict Content-Security-Policy. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: "dist",
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 650,
  },
  server: { proxy: { "/api": "http://127.0.0.1:7860" } },
});
