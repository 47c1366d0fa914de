#include "textflag.h"

// func add8(sum, v *float32, rows, n int)
TEXT ·add8(SB), NOSPLIT, $0-32
	MOVQ sum+0(FP), DI
	MOVQ v+8(FP), AX
	MOVQ rows+16(FP), CX
	MOVQ n+24(FP), BX

row:
	MOVQ DI, SI
	MOVQ BX, R9

eight:
	VMOVUPS (SI), Y0
	VADDPS  (AX), Y0, Y0
	VMOVUPS Y0, (SI)
	ADDQ $32, SI
	ADDQ $32, AX
	SUBQ $8, R9
	JGT  eight
	DECQ CX
	JNZ  row
	VZEROUPPER
	RET

// func mul8(v, w *float32, rows, n int)
TEXT ·mul8(SB), NOSPLIT, $0-32
	MOVQ v+0(FP), AX
	MOVQ w+8(FP), DI
	MOVQ rows+16(FP), CX
	MOVQ n+24(FP), BX

row:
	MOVQ DI, SI
	MOVQ BX, R9

eight:
	VMOVUPS (AX), Y0
	VMULPS  (SI), Y0, Y0
	VMOVUPS Y0, (AX)
	ADDQ $32, SI
	ADDQ $32, AX
	SUBQ $8, R9
	JGT  eight
	DECQ CX
	JNZ  row
	VZEROUPPER
	RET
