import { resolve } from 'node:path'
import { defineConfig } from 'vite'

/**
 * The program of the reading process for the loopback host, in one file: it is started anew for every foreign file, and
 * from its TypeScript sources it would take a quarter of its time to start. The desktop build makes its own.
 */
export default defineConfig({
  ssr: { noExternal: true },
  build: {
    ssr: true,
    outDir: resolve(import.meta.dirname, 'out/reader'),
    emptyOutDir: true,
    rolldownOptions: {
      input: { 'sheet-reader': resolve(import.meta.dirname, 'electron/core/sheets/reader-child.ts') },
      output: { entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' },
    },
  },
})
