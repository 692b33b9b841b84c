import { ChaosProxy, transportCompliance } from '../testing/index.js';
import { tcpTransport } from './tcp.js';

transportCompliance('tcp', async (onFault) => ({
  transport: tcpTransport({ onFault }),
  endpoint: 'tcp://127.0.0.1:0',
  nowhere: 'tcp://127.0.0.1:1',
  between: (endpoint) => ChaosProxy.before(endpoint),
}));
