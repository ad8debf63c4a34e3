/** What a member writes of a course it offers in one session; the host is known by the letters of the code. */
export interface SessionCourse {
  readonly code: string
  readonly title: string
  readonly ects: 2 | 3
  readonly language: 'en' | 'fr'
  /** Students the course can take. */
  readonly capacity: number
  /** Set when the course is a Blended Intensive Programme. */
  readonly bip?: true
}
