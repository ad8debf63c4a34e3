import { resolve } from 'node:path'
import { defineConfig } from 'electron-vite'
import windowConfig from './vite.config.ts'

const inProject = (path: string) => resolve(import.meta.dirname, path)

/**
 * The desktop application. Its defaults look for src/main and the like, so that each input is named here.
 * The window is the same build as for a browser: see vite.config.ts.
 */
export default defineConfig({
  main: {
    build: {
      outDir: inProject('out/main'),
      rolldownOptions: {
        input: {
          index: inProject('electron/main/index.ts'),
          utility: inProject('electron/hosts/utility.ts'),
          'sheet-reader': inProject('electron/core/sheets/reader-child.ts'),
          'allocation-worker': inProject('electron/core/allocation/allocation-worker.ts'),
          'job-worker': inProject('electron/core/jobs/export-worker.ts'),
        },
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: inProject('out/preload'),
      // A sandboxed preload is CommonJS, in one file.
      rolldownOptions: {
        input: { index: inProject('electron/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    ...windowConfig,
    build: {
      ...windowConfig.build,
      minify: true,
      rolldownOptions: { input: inProject('renderer/index.html') },
    },
  },
})
