import { expect, test } from 'vitest'
import {
  componentStatusCode,
  deploymentErrorCode,
  deploymentErrorCodes,
  detailedStatus,
  errorType,
} from './error-codes.ts'

test('every code has a headline, an explanation and a remedy', () => {
  const codes = deploymentErrorCodes()
  expect(codes.length).toBeGreaterThan(95)
  for (const entry of codes) {
    expect(entry.code).toMatch(/^[A-Z][A-Z0-9_]+$/)
    expect(entry.headline, entry.code).toMatch(/^[A-Z].*[^.]$/)
    expect(entry.explanation, entry.code).toMatch(/\.$/)
    expect(entry.remedy, entry.code).toMatch(/\.$/)
    expect(entry.remedyClass, entry.code).toBeDefined()
    if (entry.type) expect(errorType(entry.type), entry.code).not.toBeNull()
  }
})

test.each([
  ['DISK_SPACE_CRITICAL', 'DEVICE_ERROR', 'device'],
  ['S3_HEAD_OBJECT_ACCESS_DENIED', 'PERMISSION_ERROR', 'definition'],
  ['NO_AVAILABLE_COMPONENT_VERSION', '', 'definition'],
  ['NETWORK_ERROR', 'NETWORK_ERROR', 'retry'],
  ['REJECTED_STALE_DEPLOYMENT', '', 'none'],
])('%s', (code, type, remedyClass) =>
  expect(deploymentErrorCode(code)).toMatchObject({ code, type, remedyClass }),
)

test('links of a chain are told from causes', () => {
  expect(deploymentErrorCode('DEPLOYMENT_FAILURE')!.generic).toBe(true)
  expect(deploymentErrorCode('DISK_SPACE_CRITICAL')!.generic).toBe(false)
})

test('what is not known is not made up', () => {
  for (const word of ['', 'NEW_CODE', 'constructor', 'RUN_MAGIC', 'constructor_ERROR']) {
    expect(deploymentErrorCode(word)).toBeNull()
    expect(errorType(word)).toBeNull()
    expect(componentStatusCode(word)).toBeNull()
    expect(detailedStatus(word)).toBeNull()
  }
})

test('component status codes name step and cause', () => {
  expect(componentStatusCode('INSTALL_TIMEOUT')!.explanation).toMatch(/install.*120 s/)
  expect(componentStatusCode('RUN_MISSING_DEFAULT_RUNWITH')!.remedy).toContain('runWith')
  expect(componentStatusCode('SHUTDOWN_ERROR')!.explanation).toContain('shutdown')
  expect(detailedStatus('FAILED_ROLLBACK_COMPLETE')!.running).toBe('old')
})
