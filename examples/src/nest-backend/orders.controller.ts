import { KeywayContext, KeywayException } from '@keyway/nest';
import { Controller, Inject } from '@nestjs/common';
import { Ctx, MessagePattern, Payload } from '@nestjs/microservices';
import { CheckedOrder } from './checked-order.js';
import { Orders, type Order, type PlacedOrder } from './orders.js';

/** Three services of the fleet: orders.place, orders.list and orders.pay. `from` is a client id, proven by its key: no login, no session. */
@Controller()
export class OrdersController {
  constructor(@Inject(Orders) private readonly orders: Orders) {}

  @MessagePattern('place', { inFlight: 8 })
  place(@Payload(CheckedOrder) order: Order, @Ctx() { from, key }: KeywayContext): PlacedOrder {
    return this.orders.place(from, key, order);
  }

  @MessagePattern('list')
  list(@Ctx() { from }: KeywayContext): readonly PlacedOrder[] {
    return this.orders.of(from);
  }

  @MessagePattern('pay')
  pay(@Payload('number') number: unknown, @Ctx() { from }: KeywayContext): PlacedOrder {
    const order = this.orders.find(from, Number(number));
    if (order === undefined) throw new KeywayException('malformed', `you have no order ${Number(number)}`);
    order.paid = true;
    return order;
  }
}
