import styles from './plain-list.module.css'

/**
 * A list of choices that scrolls by itself: Mantine's own scroll area puts a region in between that neither the keyboard
 * nor a screen reader can name.
 */
export const plainList = {
  withScrollArea: false,
  classNames: { options: styles['options'] ?? '' },
} as const
