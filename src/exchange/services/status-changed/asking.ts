import { answered, service } from '#exchange/asked-service.ts'
import { statusChanged } from '#exchange/services/status-changed/contract.ts'

export const tellChange = service(statusChanged, {
  call: ({ change }, { signed }) => (change === undefined ? undefined : signed(change)),
  read: ({ result }) => answered(result),
})
