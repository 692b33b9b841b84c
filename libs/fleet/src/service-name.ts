/** The processes of an embedded fleet. */
export const serviceNames = ['auth', 'channel-broker', 'router'] as const;
export type ServiceName = (typeof serviceNames)[number];

/** Who is stopped first: the router lets go of its clients while the others still answer. */
export const stopOrder: readonly ServiceName[] = ['router', 'channel-broker', 'auth'];
