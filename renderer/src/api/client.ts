import { createORPCClient } from '@orpc/client'
import type { Client } from '#shared/contract/index.ts'
import { connect } from './connect.ts'

const connection = connect()

/** The core, as the contract describes it. */
export const client: Client = createORPCClient(connection.link)

export const onConnectionLost = connection.onLost
export const onConnectionBack = connection.onBack
