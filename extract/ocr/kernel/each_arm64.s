#include "textflag.h"
#include "words_arm64.h"

// func add8(sum, v *float32, rows, n int)
TEXT ·add8(SB), NOSPLIT, $0-32
	MOVD sum+0(FP), R0
	MOVD v+8(FP), R1
	MOVD rows+16(FP), R2
	MOVD n+24(FP), R3

row:
	MOVD R0, R4
	MOVD R3, R5

eight:
	VLD1   (R4), [V0.S4, V1.S4]
	VLD1.P 32(R1), [V2.S4, V3.S4]
	FADD(0, 0, 2)
	FADD(1, 1, 3)
	VST1.P [V0.S4, V1.S4], 32(R4)
	SUBS $8, R5
	BGT  eight
	SUBS $1, R2
	BNE  row
	RET

// func mul8(v, w *float32, rows, n int)
TEXT ·mul8(SB), NOSPLIT, $0-32
	MOVD v+0(FP), R1
	MOVD w+8(FP), R0
	MOVD rows+16(FP), R2
	MOVD n+24(FP), R3

row:
	MOVD R0, R4
	MOVD R3, R5

eight:
	VLD1   (R1), [V0.S4, V1.S4]
	VLD1.P 32(R4), [V2.S4, V3.S4]
	FMUL(0, 0, 2)
	FMUL(1, 1, 3)
	VST1.P [V0.S4, V1.S4], 32(R1)
	SUBS $8, R5
	BGT  eight
	SUBS $1, R2
	BNE  row
	RET
