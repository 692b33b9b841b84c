import { ChaosProxy, transportCompliance } from '../testing/index.js';
import { zmqTransport } from './zmq.js';

transportCompliance('zmq', async (onFault) => ({
  transport: zmqTransport({ onFault }),
  endpoint: 'zmq://127.0.0.1:0',
  nowhere: 'zmq://127.0.0.1:1',
  between: (endpoint) => ChaosProxy.before(endpoint),
}));
