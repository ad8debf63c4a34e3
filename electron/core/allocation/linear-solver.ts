import loadHighs from 'highs'
import type { LinearProgram, LinearSolver } from '#shared/domain/allocation/linear-program.ts'

/** Loads HiGHS. Its calls block the thread until solved: use it in a thread that can be ended. */
export async function loadSolver(): Promise<LinearSolver> {
  const highs = await loadHighs()
  return (program) => {
    if (program.value.length === 0)
      return { columns: new Float64Array(), prices: new Float64Array(program.rowUpper.length) }
    return highs.withModel(modelOf(program, highs.infinity), (model) => {
      model.options.set({ output_flag: false })
      model.run()
      const status = model.getModelStatus()
      if (status !== highs.constants.modelStatus.optimal) throw new Error(`HiGHS ended with status ${status}`)
      const { colValue, rowDual } = model.getSolution()
      // HiGHS minimises: the price of a row is what its dual takes away
      return { columns: colValue, prices: rowDual.map((dual) => (dual === 0 ? 0 : -dual)) }
    })
  }
}

function modelOf(program: LinearProgram, infinity: number) {
  const numCols = program.value.length
  const numRows = program.rowUpper.length
  return {
    numCols,
    numRows,
    colCost: program.value.map((value) => (value === 0 ? 0 : -value)),
    colLower: new Float64Array(numCols),
    colUpper: new Float64Array(numCols).fill(infinity),
    rowLower: program.rowLower,
    rowUpper: program.rowUpper,
    matrix: {
      format: 'csc' as const,
      numRows,
      numCols,
      starts: program.starts,
      indices: program.indices,
      values: program.coefficients,
    },
  }
}
