/** Words that carry no meaning in a header. */
export const stopWords: ReadonlySet<string> = new Set(
  (
    'de des du d la le les l un une of the in on for to a an en et and el los las del y e di da do dos das dei della degli ' +
    'der die und von zu zur het een per pour par sur au aux con com mit avec with s'
  ).split(' '),
)
