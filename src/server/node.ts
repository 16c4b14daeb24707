/** The language server as a process of its own, over the pipes or the channel that its arguments name (--stdio, --node-ipc, ...). */
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { serve } from './serve';

serve(createConnection(ProposedFeatures.all));
