/** The look of the exported page: quiet, readable, light or dark as the reader's system is. */
export const pageStyle = `
:root { color-scheme: light dark; --sea: #f5f7f8; --land: #dfe5e8; --line: #cdd4d8; --text: #182026; --dim: #56616a; --accent: #0d5f71; --surface: #fff; }
@media (prefers-color-scheme: dark) { :root { --sea: #101416; --land: #2a3237; --line: #38424a; --text: #e6eaec; --dim: #9ba7af; --accent: #6fc3d2; --surface: #15191c; } }
* { box-sizing: border-box; }
body { margin: 0; font: 15px/1.45 system-ui, 'Segoe UI', Roboto, Arial, sans-serif; color: var(--text); background: var(--surface); display: flex; flex-direction: column; height: 100vh; }
header, .tools, footer { padding: 10px 16px; }
h1 { margin: 0; font-size: 20px; }
header p { margin: 2px 0 0; color: var(--dim); }
.tools { display: flex; flex-wrap: wrap; gap: 8px; padding-top: 0; }
input, select, .tools button { font: inherit; color: inherit; background: var(--surface); border: 1px solid var(--line); border-radius: 5px; padding: 5px 10px; }
main { flex: 1; display: grid; grid-template-columns: 1fr 22rem; min-height: 0; border-top: 1px solid var(--line); border-bottom: 1px solid var(--line); }
svg { width: 100%; height: 100%; background: var(--sea); cursor: grab; touch-action: none; min-height: 0; }
.land { fill: var(--land); stroke: var(--sea); stroke-width: 0.6; vector-effect: non-scaling-stroke; }
.flows { fill: none; stroke: var(--accent); stroke-opacity: 0.4; }
.flows path { vector-effect: non-scaling-stroke; }
circle { fill: var(--accent); stroke: var(--sea); stroke-width: 1.2; cursor: pointer; vector-effect: non-scaling-stroke; }
circle.approximate { fill: var(--sea); stroke: var(--accent); stroke-width: 2; }
circle.chosen { stroke: var(--text); stroke-width: 3; }
ul { list-style: none; margin: 0; padding: 0; overflow-y: auto; }
li { border-bottom: 1px solid var(--line); }
li[hidden] { display: none; }
li button { display: grid; width: 100%; text-align: left; font: inherit; color: inherit; background: none; border: 0; padding: 8px 14px; cursor: pointer; }
li.chosen { background: color-mix(in srgb, var(--accent) 14%, transparent); }
li span { color: var(--dim); font-size: 13px; }
footer { color: var(--dim); font-size: 13px; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: -2px; }
@media (max-width: 44rem) { main { grid-template-columns: none; grid-template-rows: 1fr 40%; } }
`
