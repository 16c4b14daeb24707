import type { ServerSettings } from '../protocol';

/** The settings in what a client sent, under the key `onTheRecord` or bare; what is missing or makes no sense stays as it is. */
export function readSettings(sent: unknown, before: ServerSettings): ServerSettings {
  const section = field(sent, 'onTheRecord') ?? sent;
  const maxFileSize = field(section, 'maxFileSize');
  return { maxFileSize: typeof maxFileSize === 'number' && maxFileSize >= 0 ? maxFileSize : before.maxFileSize };
}

const field = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
