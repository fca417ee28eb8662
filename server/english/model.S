/* SPDX-License-Identifier: MIT
 * The model's bytes, taken into the program as they are. */
  .section .rodata
  .balign 16
  .globl inkling_model
inkling_model:
  .incbin INKLING_MODEL
  .globl inkling_model_end
inkling_model_end:
  .byte 0
  .section .note.GNU-stack,"",%progbits
