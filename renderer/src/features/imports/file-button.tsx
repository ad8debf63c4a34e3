import { Button } from '@mantine/core'
import type { ButtonProps } from '@mantine/core'
import { useFileDialog } from './use-file-dialog.tsx'

/** A button that opens the system's file dialog. */
export function FileButton({
  onFile,
  label,
  ...look
}: {
  readonly onFile: (file: File) => void
  readonly label: string
} & Pick<ButtonProps, 'variant' | 'leftSection' | 'size'>) {
  const dialog = useFileDialog(onFile)
  return (
    <>
      <Button {...look} onClick={dialog.open}>
        {label}
      </Button>
      {dialog.input}
    </>
  )
}
