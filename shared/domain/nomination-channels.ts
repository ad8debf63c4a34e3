/**
 * How a partner takes nominations. Source: nomination pages of hosts (a file by e-mail, an e-mail, a web form that only
 * the coordinator may fill in) and EWP outgoing mobilities.
 */
export const nominationChannels = ['file', 'e-mail', 'web-form', 'ewp'] as const
export type NominationChannel = (typeof nominationChannels)[number]
