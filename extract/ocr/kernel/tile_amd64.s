#include "textflag.h"
#include "after_amd64.h"

// In the tile of six rows Y0 to Y11 are the sums, two for each row. AX points into
// the first row of a, CX into the fourth, BX is the step between rows in bytes, DI
// points into the panel.

// STEP6 adds what row number i from DI brings to six rows.
#define STEP6(i) \
	VMOVUPS      (i*64)(DI), Y12      \
	VMOVUPS      (i*64+32)(DI), Y13   \
	VBROADCASTSS (i*4)(AX), Y14       \
	VBROADCASTSS (i*4)(AX)(BX*1), Y15 \
	VFMADD231PS  Y12, Y14, Y0         \
	VFMADD231PS  Y13, Y14, Y1         \
	VFMADD231PS  Y12, Y15, Y2         \
	VFMADD231PS  Y13, Y15, Y3         \
	VBROADCASTSS (i*4)(AX)(BX*2), Y14 \
	VBROADCASTSS (i*4)(CX), Y15       \
	VFMADD231PS  Y12, Y14, Y4         \
	VFMADD231PS  Y13, Y14, Y5         \
	VFMADD231PS  Y12, Y15, Y6         \
	VFMADD231PS  Y13, Y15, Y7         \
	VBROADCASTSS (i*4)(CX)(BX*1), Y14 \
	VBROADCASTSS (i*4)(CX)(BX*2), Y15 \
	VFMADD231PS  Y12, Y14, Y8         \
	VFMADD231PS  Y13, Y14, Y9         \
	VFMADD231PS  Y12, Y15, Y10        \
	VFMADD231PS  Y13, Y15, Y11

// func tile6(dst *float32, stride int, a *float32, step int, b, bias *float32, k, kind int, scale, shift float32)
TEXT ·tile6(SB), NOSPLIT, $0-72
	MOVQ dst+0(FP), DX
	MOVQ stride+8(FP), SI
	SHLQ $2, SI
	MOVQ a+16(FP), AX
	MOVQ step+24(FP), BX
	SHLQ $2, BX
	LEAQ (AX)(BX*2), CX
	ADDQ BX, CX
	MOVQ b+32(FP), DI
	MOVQ bias+40(FP), R8
	MOVQ k+48(FP), R9

	VMOVUPS (R8), Y0
	VMOVUPS 32(R8), Y1
	VMOVAPS Y0, Y2
	VMOVAPS Y1, Y3
	VMOVAPS Y0, Y4
	VMOVAPS Y1, Y5
	VMOVAPS Y0, Y6
	VMOVAPS Y1, Y7
	VMOVAPS Y0, Y8
	VMOVAPS Y1, Y9
	VMOVAPS Y0, Y10
	VMOVAPS Y1, Y11

	SUBQ $4, R9
	JLT  rest

four:
	STEP6(0)
	STEP6(1)
	STEP6(2)
	STEP6(3)
	ADDQ $16, AX
	ADDQ $16, CX
	ADDQ $256, DI
	SUBQ $4, R9
	JGE  four

rest:
	ADDQ $4, R9
	JLE  summed

single:
	STEP6(0)
	ADDQ $4, AX
	ADDQ $4, CX
	ADDQ $64, DI
	DECQ R9
	JG   single

summed:
	MOVQ kind+56(FP), R10
	CMPQ R10, $1
	JLT  store
	JGT  swish
	VXORPS Y15, Y15, Y15
	RELU(Y0)
	RELU(Y1)
	RELU(Y2)
	RELU(Y3)
	RELU(Y4)
	RELU(Y5)
	RELU(Y6)
	RELU(Y7)
	RELU(Y8)
	RELU(Y9)
	RELU(Y10)
	RELU(Y11)
	JMP  store

swish:
	VMOVUPS sixth<>(SB), Y12
	VBROADCASTSS scale+64(FP), Y13
	VBROADCASTSS shift+68(FP), Y14
	SWISH(Y0)
	SWISH(Y1)
	SWISH(Y2)
	SWISH(Y3)
	SWISH(Y4)
	SWISH(Y5)
	SWISH(Y6)
	SWISH(Y7)
	SWISH(Y8)
	SWISH(Y9)
	SWISH(Y10)
	SWISH(Y11)

store:
	VMOVUPS Y0, (DX)
	VMOVUPS Y1, 32(DX)
	ADDQ SI, DX
	VMOVUPS Y2, (DX)
	VMOVUPS Y3, 32(DX)
	ADDQ SI, DX
	VMOVUPS Y4, (DX)
	VMOVUPS Y5, 32(DX)
	ADDQ SI, DX
	VMOVUPS Y6, (DX)
	VMOVUPS Y7, 32(DX)
	ADDQ SI, DX
	VMOVUPS Y8, (DX)
	VMOVUPS Y9, 32(DX)
	ADDQ SI, DX
	VMOVUPS Y10, (DX)
	VMOVUPS Y11, 32(DX)
	VZEROUPPER
	RET

// func tile1(dst, a, b, bias *float32, k, kind int, scale, shift float32)
TEXT ·tile1(SB), NOSPLIT, $0-56
	MOVQ dst+0(FP), DX
	MOVQ a+8(FP), AX
	MOVQ b+16(FP), DI
	MOVQ bias+24(FP), R8
	MOVQ k+32(FP), R9

	// Two sums for each half, since one would wait for itself.
	VMOVUPS (R8), Y0
	VMOVUPS 32(R8), Y1
	VXORPS  Y2, Y2, Y2
	VXORPS  Y3, Y3, Y3

	SUBQ $2, R9
	JLT  rest

two:
	VBROADCASTSS (AX), Y14
	VBROADCASTSS 4(AX), Y15
	VFMADD231PS  (DI), Y14, Y0
	VFMADD231PS  32(DI), Y14, Y1
	VFMADD231PS  64(DI), Y15, Y2
	VFMADD231PS  96(DI), Y15, Y3
	ADDQ $8, AX
	ADDQ $128, DI
	SUBQ $2, R9
	JGE  two

rest:
	ADDQ $2, R9
	JLE  summed
	VBROADCASTSS (AX), Y14
	VFMADD231PS  (DI), Y14, Y0
	VFMADD231PS  32(DI), Y14, Y1

summed:
	VADDPS Y2, Y0, Y0
	VADDPS Y3, Y1, Y1
	MOVQ kind+40(FP), R10
	CMPQ R10, $1
	JLT  store
	JGT  swish
	VXORPS Y15, Y15, Y15
	RELU(Y0)
	RELU(Y1)
	JMP  store

swish:
	VMOVUPS sixth<>(SB), Y12
	VBROADCASTSS scale+48(FP), Y13
	VBROADCASTSS shift+52(FP), Y14
	SWISH(Y0)
	SWISH(Y1)

store:
	VMOVUPS Y0, (DX)
	VMOVUPS Y1, 32(DX)
	VZEROUPPER
	RET
