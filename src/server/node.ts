/** The language server as a process of its own, over the pipes or the channel that its arguments name (--stdio, --node-ipc, ...). */
import { join } from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { engineFrom } from '../languageFile';
import { serve } from './serve';

serve(createConnection(ProposedFeatures.all), () => engineFrom(join(__dirname, 'en.bin')));
