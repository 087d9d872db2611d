import 'reflect-metadata'
import { access, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from '@peculiar/x509'
import { addYears } from '#core/dated.ts'
import { dateObjectOf, type Clock } from '#platform/calendar.ts'

/** A certificate and its key, as PEM. */
type Identity = { readonly certificate: string; readonly key: string }
export type Certificates = {
  /** What the security server shows, and what an information system has to trust. */
  readonly securityServer: Identity
  /** With which the information system comes to it. */
  readonly informationSystem: Identity
}

const YEARS = 10
const EC = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }

/** Of the demonstration alone: made once, and whatever is in the folder is left as it is. */
export async function demonstrationCertificates(
  folder: string,
  clock: Clock,
): Promise<Certificates> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const made = async (name: string, subject: string): Promise<Identity> => {
    const places = [join(folder, `${name}.pem`), join(folder, `${name}.key`)] as const
    if (!(await areThere(places))) {
      const { certificate, key } = await selfSigned(subject, clock)
      await writeFile(places[0], certificate, { mode: 0o600 })
      await writeFile(places[1], key, { mode: 0o600 })
    }
    const [certificate, key] = await Promise.all(places.map((place) => readFile(place, 'utf8')))
    return { certificate: certificate ?? '', key: key ?? '' }
  }
  return {
    securityServer: await made('security-server', 'Security server of the stand-ins'),
    informationSystem: await made('information-system', 'Information system of the demonstration'),
  }
}

/** One without the other is of no use: both are made anew. */
async function areThere(places: readonly string[]): Promise<boolean> {
  const found = await Promise.all(
    places.map((place) =>
      access(place).then(
        () => true,
        () => false,
      ),
    ),
  )
  return found.every(Boolean)
}

async function selfSigned(name: string, clock: Clock): Promise<Identity> {
  const keys = await crypto.subtle.generateKey(EC, true, ['sign', 'verify'])
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: [{ CN: [name] }, { O: ['Keçid stand-ins'] }],
    notBefore: dateObjectOf(clock.now()),
    notAfter: new Date(`${addYears(clock.today(), YEARS)}T00:00:00.000Z`),
    signingAlgorithm: EC,
    keys,
    extensions: [
      new BasicConstraintsExtension(true, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature + KeyUsageFlags.keyCertSign, true),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth, ExtendedKeyUsage.clientAuth]),
      new SubjectAlternativeNameExtension([
        { type: 'dns', value: 'localhost' },
        { type: 'ip', value: '127.0.0.1' },
        { type: 'ip', value: '::1' },
      ]),
    ],
  })
  const key = await crypto.subtle.exportKey('pkcs8', keys.privateKey)
  return {
    certificate: `${certificate.toString('pem')}\n`,
    key: `${PemConverter.encode(key, PemConverter.PrivateKeyTag)}\n`,
  }
}

/** As they are compared: the bytes of the whole certificate. */
export const bytesOfCertificate = (pem: string): Buffer =>
  Buffer.from(PemConverter.decodeFirst(pem))
