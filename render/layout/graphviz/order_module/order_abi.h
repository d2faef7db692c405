/* The border between the program and the module that runs Graphviz: plain C, so that either side can be rebuilt alone. */
#ifndef OUTMAP_ORDER_ABI_H
#define OUTMAP_ORDER_ABI_H

#include <stddef.h>

#define OUTMAP_ORDER_FILE "outmap_order.so"
#define OUTMAP_ORDER_SYMBOL "outmap_order_v1"

typedef struct {
  int column; /* 0, 1, 2 … from left to right */
  double height_px;
} outmap_order_node;

typedef struct {
  size_t from; /* places in the list of nodes */
  size_t to;
  int weight;
} outmap_order_edge;

/* Writes into `y` how far down each node stands. Returns 0, or another number after writing why, zero-terminated, into
 * `message`. Not for several threads at once. */
typedef int (*outmap_order_function)(const outmap_order_node* nodes, size_t node_count, const outmap_order_edge* edges,
                                     size_t edge_count, double* y, char* message, size_t message_size);

#endif
