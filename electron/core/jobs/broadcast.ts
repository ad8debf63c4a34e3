/** Sends values to any number of followers, each reading at its own pace: the one way from callbacks to iterators. */
export interface Broadcast<T> {
  send(value: T): void
  end(): void
  /** Values sent from now on; ends with the broadcast or when the signal aborts. */
  follow(signal: AbortSignal | undefined): AsyncGenerator<T>
}

interface Follower<T> {
  readonly queue: T[]
  wake: () => void
}

export function createBroadcast<T>(): Broadcast<T> {
  const followers = new Set<Follower<T>>()
  let isOver = false
  const wakeAll = () => {
    for (const follower of followers) follower.wake()
  }
  return {
    send(value) {
      for (const follower of followers) {
        follower.queue.push(value)
        follower.wake()
      }
    },
    end() {
      isOver = true
      wakeAll()
    },
    follow(signal) {
      // registered now, not at the first `next`: nothing sent in between is lost
      const follower: Follower<T> = { queue: [], wake: () => undefined }
      followers.add(follower)
      return (async function* () {
        const onAbort = () => follower.wake()
        signal?.addEventListener('abort', onAbort)
        try {
          for (;;) {
            const value = follower.queue.shift()
            if (value !== undefined) yield value
            else if (isOver || signal?.aborted === true) return
            else await new Promise<void>((resolve) => (follower.wake = resolve))
          }
        } finally {
          signal?.removeEventListener('abort', onAbort)
          followers.delete(follower)
        }
      })()
    },
  }
}
