import {
  convertCssVariables,
  createTheme,
  deepMerge,
  DEFAULT_THEME,
  defaultCssVariablesResolver,
  mergeMantineTheme,
} from '@mantine/core'
import type { CSSVariablesResolver } from '@mantine/core'

const compact = { defaultProps: { size: 'xs' } } as const
/** No scroll lock: the page never scrolls, and the lock would write a style element that the CSP refuses. */
const overlay = { defaultProps: { lockScroll: false, transitionProps: { duration: 100 } } } as const
const popover = {
  defaultProps: { transitionProps: { duration: 80 }, withinPortal: true, shadow: 'md', radius: 'sm' },
} as const

/** Mantine dressed with our tokens: one accent (deep sea blue), cool greys, controls 30 px high. */
export const theme = createTheme({
  primaryColor: 'sea',
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  focusRing: 'auto',
  respectReducedMotion: true,
  cursorType: 'pointer',
  defaultRadius: 'sm',
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--font-code)',
  fontSizes: { xs: '0.8125rem', sm: '0.84375rem', md: '0.84375rem', lg: '1rem', xl: '1.25rem' },
  radius: { xs: '3px', sm: '5px', md: '6px', lg: '8px', xl: '12px' },
  headings: { fontFamily: 'var(--font)', fontWeight: '600' },
  shadows: { md: 'var(--overlay-shadow)' },
  colors: {
    sea: [
      '#e6f2f4',
      '#d3e8ec',
      '#a8d2db',
      '#7ab9c6',
      '#5cb3c3',
      '#2a8798',
      '#17788c',
      '#0d5f71',
      '#0a4d5d',
      '#073b48',
    ],
    gray: [
      '#f5f7f8',
      '#eef2f4',
      '#e4e8ea',
      '#cdd4d8',
      '#b3bcc2',
      '#6b757d',
      '#56616a',
      '#3a454d',
      '#29333a',
      '#182026',
    ],
    dark: [
      '#e6eaec',
      '#c5cdd2',
      '#9ba7af',
      '#8b97a0',
      '#38424a',
      '#272e33',
      '#1d2327',
      '#15191c',
      '#101416',
      '#0b0e10',
    ],
    danger: [
      '#fdeceb',
      '#f9d3d1',
      '#efb5b1',
      '#e58d87',
      '#f5938c',
      '#d0453c',
      '#b3261e',
      '#a3211a',
      '#8a1b15',
      '#6e150f',
    ],
  },
  components: {
    ActionIcon: { defaultProps: { size: 28, variant: 'subtle', color: 'gray' } },
    Button: compact,
    Checkbox: compact,
    Drawer: overlay,
    DrawerRoot: overlay,
    Input: compact,
    InputWrapper: compact,
    Menu: popover,
    Modal: overlay,
    ModalRoot: overlay,
    NativeSelect: compact,
    PasswordInput: compact,
    Popover: popover,
    Radio: compact,
    SegmentedControl: compact,
    Select: {
      defaultProps: { size: 'xs', comboboxProps: { shadow: 'md', transitionProps: { duration: 80 } } },
    },
    Switch: compact,
    Textarea: compact,
    TextInput: compact,
    Tooltip: { defaultProps: { openDelay: 350, transitionProps: { duration: 80 }, withArrow: false } },
  },
})

const bothSchemes = {
  '--mantine-color-text': 'var(--text)',
  '--mantine-color-body': 'var(--surface)',
  '--mantine-color-dimmed': 'var(--text-dim)',
  '--mantine-color-placeholder': 'var(--text-dim)',
  '--mantine-color-anchor': 'var(--accent-text)',
  '--mantine-color-error': 'var(--bad)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--surface-hover)',
  '--mantine-color-default-color': 'var(--text)',
  '--mantine-color-default-border': 'var(--line-strong)',
  '--mantine-color-disabled-color': 'var(--text-dim)',
  '--mantine-primary-color-filled': 'var(--accent)',
  '--mantine-primary-color-filled-hover': 'var(--accent-hover)',
  '--mantine-color-sea-filled': 'var(--accent)',
  '--mantine-color-sea-filled-hover': 'var(--accent-hover)',
} as const

/** Mantine's own variables pointed at our tokens. */
const tokensForMantine: CSSVariablesResolver = () => ({
  variables: {},
  light: bothSchemes,
  dark: bothSchemes,
})

/** Every variable that Mantine's style sheets read, as one style sheet for both colour schemes. */
export function themeStyleSheet(): string {
  const merged = mergeMantineTheme(DEFAULT_THEME, theme)
  return convertCssVariables(deepMerge(defaultCssVariablesResolver(merged), tokensForMantine(merged)))
}
