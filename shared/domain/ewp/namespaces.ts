const ewp = 'https://github.com/erasmus-without-paper'

/** The namespaces of the EWP documents that Escale reads and writes. Source: the published schemas. */
export const namespaces = {
  iia7: `${ewp}/ewp-specs-api-iias/blob/stable-v7/endpoints/get-response.xsd`,
  iia6: `${ewp}/ewp-specs-api-iias/blob/stable-v6/endpoints/get-response.xsd`,
  omobilities3: `${ewp}/ewp-specs-api-omobilities/blob/stable-v3/endpoints/get-response.xsd`,
  las1: `${ewp}/ewp-specs-api-omobility-las/blob/stable-v1/endpoints/get-response.xsd`,
  contact: `${ewp}/ewp-specs-types-contact/tree/stable-v1`,
  phone: `${ewp}/ewp-specs-types-phonenumber/tree/stable-v1`,
  address: `${ewp}/ewp-specs-types-address/tree/stable-v1`,
  term: `${ewp}/ewp-specs-types-academic-term/tree/stable-v2`,
} as const

/** The prefixes that the official examples use. */
export const prefixes = {
  [namespaces.contact]: 'c',
  [namespaces.phone]: 'p',
  [namespaces.address]: 'a',
  [namespaces.term]: 'trm',
} as const
