import { enableCompileCache } from 'node:module'

// commands are short: without the cache, most of their time goes into reading the same sources again
enableCompileCache()
const { runCommandLine } = await import('./cli/run.ts')

// `escale list … | head` closes the pipe early: the rest is not wanted
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

process.exitCode = await runCommandLine(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
})
