#include "go_asm.h"
#include "textflag.h"
#include "after_amd64.h"

// Products of whole numbers. In the tile of six rows Y0 to Y11 are the sums, two for
// each row, in that of twelve Z0 to Z23. AX points into the first row of a, CX into the
// fourth or fifth, R8 into the ninth; BX is the step between rows in bytes and R13 three
// of them; DI points into the panel.

// PAIR6 adds what a pair of numbers of row a brings to two sums.
#define PAIR6(a, left, right) \
	VPBROADCASTD a, Y14        \
	VPMADDWD     Y12, Y14, Y15 \
	VPADDD       Y15, left, left \
	VPMADDWD     Y13, Y14, Y15 \
	VPADDD       Y15, right, right

// REAL6 makes numbers of the sums of a row.
#define REAL6(i, left, right) \
	VBROADCASTSS (i*4)(R10), Y12 \
	VCVTDQ2PS    left, left      \
	VCVTDQ2PS    right, right    \
	VMULPS       (R11), left, left \
	VMULPS       32(R11), right, right \
	VMULPS       Y12, left, left   \
	VMULPS       Y12, right, right \
	VADDPS       (R12), left, left \
	VADDPS       32(R12), right, right

// STORE6 writes a row.
#define STORE6(i, left, right) \
	MOVQ    (tile_to+i*8)(DX), R9 \
	VMOVUPS left, (R8)(R9*4)      \
	VMOVUPS right, 32(R8)(R9*4)

// BEGIN6 points at what is multiplied.
#define BEGIN6 \
	MOVQ t+0(FP), DX \
	MOVQ tile_a(DX), AX \
	MOVQ tile_k(DX), R9 \
	LEAQ (R9)(R9*1), BX \
	LEAQ (AX)(BX*2), CX \
	ADDQ BX, CX \
	MOVQ tile_b(DX), DI \
	SHRQ $1, R9 \
	VPXOR Y0, Y0, Y0 \
	VPXOR Y1, Y1, Y1 \
	VPXOR Y2, Y2, Y2 \
	VPXOR Y3, Y3, Y3 \
	VPXOR Y4, Y4, Y4 \
	VPXOR Y5, Y5, Y5 \
	VPXOR Y6, Y6, Y6 \
	VPXOR Y7, Y7, Y7 \
	VPXOR Y8, Y8, Y8 \
	VPXOR Y9, Y9, Y9 \
	VPXOR Y10, Y10, Y10 \
	VPXOR Y11, Y11, Y11

// NEXT6 goes to the next pair.
#define NEXT6 \
	ADDQ $4, AX \
	ADDQ $4, CX \
	ADDQ $64, DI \
	DECQ R9

// END6 makes numbers of the sums and writes them.
#define END6 \
	MOVQ tile_rows(DX), R10 \
	MOVQ tile_columns(DX), R11 \
	MOVQ tile_bias(DX), R12 \
	REAL6(0, Y0, Y1) \
	REAL6(1, Y2, Y3) \
	REAL6(2, Y4, Y5) \
	REAL6(3, Y6, Y7) \
	REAL6(4, Y8, Y9) \
	REAL6(5, Y10, Y11) \
	MOVQ (tile_after+After_Kind)(DX), R9 \
	CMPQ R9, $1 \
	JLT  store \
	JGT  swish \
	VXORPS Y15, Y15, Y15 \
	RELU(Y0) \
	RELU(Y1) \
	RELU(Y2) \
	RELU(Y3) \
	RELU(Y4) \
	RELU(Y5) \
	RELU(Y6) \
	RELU(Y7) \
	RELU(Y8) \
	RELU(Y9) \
	RELU(Y10) \
	RELU(Y11) \
	JMP  store \
swish: \
	VMOVUPS sixth<>(SB), Y12 \
	VBROADCASTSS (tile_after+After_Scale)(DX), Y13 \
	VBROADCASTSS (tile_after+After_Shift)(DX), Y14 \
	SWISH(Y0) \
	SWISH(Y1) \
	SWISH(Y2) \
	SWISH(Y3) \
	SWISH(Y4) \
	SWISH(Y5) \
	SWISH(Y6) \
	SWISH(Y7) \
	SWISH(Y8) \
	SWISH(Y9) \
	SWISH(Y10) \
	SWISH(Y11) \
store: \
	MOVQ tile_dst(DX), R8 \
	STORE6(0, Y0, Y1) \
	STORE6(1, Y2, Y3) \
	STORE6(2, Y4, Y5) \
	STORE6(3, Y6, Y7) \
	STORE6(4, Y8, Y9) \
	STORE6(5, Y10, Y11) \
	VZEROUPPER \
	RET

// func fixed6(t *tile)
TEXT ·fixed6(SB), NOSPLIT, $0-8
	BEGIN6

pair:
	VMOVDQU (DI), Y12
	VMOVDQU 32(DI), Y13
	PAIR6((AX), Y0, Y1)
	PAIR6((AX)(BX*1), Y2, Y3)
	PAIR6((AX)(BX*2), Y4, Y5)
	PAIR6((CX), Y6, Y7)
	PAIR6((CX)(BX*1), Y8, Y9)
	PAIR6((CX)(BX*2), Y10, Y11)
	NEXT6
	JNZ  pair
	END6

// DOT is VPDPWSSD of Y14 and Y12 or Y13 into one of Y0 to Y11, in its short form, which
// the assembler does not know.
#define DOT(high, low) BYTE $0xc4; BYTE $high; BYTE $0x0d; BYTE $0x52; BYTE $low

// func fixed6VNNI(t *tile)
TEXT ·fixed6VNNI(SB), NOSPLIT, $0-8
	BEGIN6

pair:
	VMOVDQU (DI), Y12
	VMOVDQU 32(DI), Y13
	VPBROADCASTD (AX), Y14
	DOT(0xc2, 0xc4) // Y0
	DOT(0xc2, 0xcd) // Y1
	VPBROADCASTD (AX)(BX*1), Y14
	DOT(0xc2, 0xd4) // Y2
	DOT(0xc2, 0xdd) // Y3
	VPBROADCASTD (AX)(BX*2), Y14
	DOT(0xc2, 0xe4) // Y4
	DOT(0xc2, 0xed) // Y5
	VPBROADCASTD (CX), Y14
	DOT(0xc2, 0xf4) // Y6
	DOT(0xc2, 0xfd) // Y7
	VPBROADCASTD (CX)(BX*1), Y14
	DOT(0x42, 0xc4) // Y8
	DOT(0x42, 0xcd) // Y9
	VPBROADCASTD (CX)(BX*2), Y14
	DOT(0x42, 0xd4) // Y10
	DOT(0x42, 0xdd) // Y11
	NEXT6
	JNZ  pair
	END6

// PAIR12 and PAIRVNNI are PAIR6 for the wider registers.
#define PAIR12(a, left, right) \
	VPBROADCASTD a, Z26        \
	VPMADDWD     Z24, Z26, Z27 \
	VPADDD       Z27, left, left \
	VPMADDWD     Z25, Z26, Z28 \
	VPADDD       Z28, right, right

#define PAIRVNNI(a, left, right) \
	VPBROADCASTD a, Z26        \
	VPDPWSSD     Z24, Z26, left \
	VPDPWSSD     Z25, Z26, right

// REAL12 is REAL6 for the wider registers; Z24 and Z25 are the scales of the columns, Z26
// and Z27 the biases.
#define REAL12(i, left, right) \
	VBROADCASTSS (i*4)(R10), Z28   \
	VCVTDQ2PS    left, left        \
	VCVTDQ2PS    right, right      \
	VMULPS       Z24, left, left   \
	VMULPS       Z25, right, right \
	VMULPS       Z28, left, left   \
	VMULPS       Z28, right, right \
	VADDPS       Z26, left, left   \
	VADDPS       Z27, right, right

#define STORE12(i, left, right) \
	MOVQ    (tile_to+i*8)(DX), R9 \
	VMOVUPS left, (R8)(R9*4)      \
	VMOVUPS right, 64(R8)(R9*4)

// BEGIN12 points at what is multiplied.
#define BEGIN12 \
	MOVQ t+0(FP), DX      \
	MOVQ tile_a(DX), AX   \
	MOVQ tile_k(DX), R9   \
	LEAQ (R9)(R9*1), BX   \
	LEAQ (BX)(BX*2), R13  \
	LEAQ (AX)(BX*4), CX   \
	LEAQ (AX)(BX*8), R8   \
	MOVQ tile_b(DX), DI   \
	SHRQ $1, R9           \
	VPXORD Z0, Z0, Z0 \
	VPXORD Z1, Z1, Z1 \
	VPXORD Z2, Z2, Z2 \
	VPXORD Z3, Z3, Z3 \
	VPXORD Z4, Z4, Z4 \
	VPXORD Z5, Z5, Z5 \
	VPXORD Z6, Z6, Z6 \
	VPXORD Z7, Z7, Z7 \
	VPXORD Z8, Z8, Z8 \
	VPXORD Z9, Z9, Z9 \
	VPXORD Z10, Z10, Z10 \
	VPXORD Z11, Z11, Z11 \
	VPXORD Z12, Z12, Z12 \
	VPXORD Z13, Z13, Z13 \
	VPXORD Z14, Z14, Z14 \
	VPXORD Z15, Z15, Z15 \
	VPXORD Z16, Z16, Z16 \
	VPXORD Z17, Z17, Z17 \
	VPXORD Z18, Z18, Z18 \
	VPXORD Z19, Z19, Z19 \
	VPXORD Z20, Z20, Z20 \
	VPXORD Z21, Z21, Z21 \
	VPXORD Z22, Z22, Z22 \
	VPXORD Z23, Z23, Z23

// NEXT12 goes to the next pair.
#define NEXT12 \
	ADDQ $4, AX   \
	ADDQ $4, CX   \
	ADDQ $4, R8   \
	ADDQ $128, DI \
	DECQ R9

// END12 makes numbers of the sums and writes them.
#define END12 \
	MOVQ tile_rows(DX), R10    \
	MOVQ tile_columns(DX), R11 \
	MOVQ tile_bias(DX), R12    \
	VMOVUPS (R11), Z24         \
	VMOVUPS 64(R11), Z25       \
	VMOVUPS (R12), Z26         \
	VMOVUPS 64(R12), Z27       \
	REAL12(0, Z0, Z1) \
	REAL12(1, Z2, Z3) \
	REAL12(2, Z4, Z5) \
	REAL12(3, Z6, Z7) \
	REAL12(4, Z8, Z9) \
	REAL12(5, Z10, Z11) \
	REAL12(6, Z12, Z13) \
	REAL12(7, Z14, Z15) \
	REAL12(8, Z16, Z17) \
	REAL12(9, Z18, Z19) \
	REAL12(10, Z20, Z21) \
	REAL12(11, Z22, Z23) \
	MOVQ (tile_after+After_Kind)(DX), R9 \
	CMPQ R9, $1 \
	JLT  store  \
	JGT  swish  \
	VPXORD Z27, Z27, Z27 \
	VMAXPS Z27, Z0, Z0 \
	VMAXPS Z27, Z1, Z1 \
	VMAXPS Z27, Z2, Z2 \
	VMAXPS Z27, Z3, Z3 \
	VMAXPS Z27, Z4, Z4 \
	VMAXPS Z27, Z5, Z5 \
	VMAXPS Z27, Z6, Z6 \
	VMAXPS Z27, Z7, Z7 \
	VMAXPS Z27, Z8, Z8 \
	VMAXPS Z27, Z9, Z9 \
	VMAXPS Z27, Z10, Z10 \
	VMAXPS Z27, Z11, Z11 \
	VMAXPS Z27, Z12, Z12 \
	VMAXPS Z27, Z13, Z13 \
	VMAXPS Z27, Z14, Z14 \
	VMAXPS Z27, Z15, Z15 \
	VMAXPS Z27, Z16, Z16 \
	VMAXPS Z27, Z17, Z17 \
	VMAXPS Z27, Z18, Z18 \
	VMAXPS Z27, Z19, Z19 \
	VMAXPS Z27, Z20, Z20 \
	VMAXPS Z27, Z21, Z21 \
	VMAXPS Z27, Z22, Z22 \
	VMAXPS Z27, Z23, Z23 \
	JMP  store \
swish: \
	VBROADCASTSS sixth<>(SB), Z24 \
	VBROADCASTSS half<>(SB), Z25  \
	VBROADCASTSS one<>(SB), Z26   \
	VPXORD       Z27, Z27, Z27    \
	VBROADCASTSS (tile_after+After_Scale)(DX), Z28 \
	VBROADCASTSS (tile_after+After_Shift)(DX), Z29 \
	SWISH512(Z0) \
	SWISH512(Z1) \
	SWISH512(Z2) \
	SWISH512(Z3) \
	SWISH512(Z4) \
	SWISH512(Z5) \
	SWISH512(Z6) \
	SWISH512(Z7) \
	SWISH512(Z8) \
	SWISH512(Z9) \
	SWISH512(Z10) \
	SWISH512(Z11) \
	SWISH512(Z12) \
	SWISH512(Z13) \
	SWISH512(Z14) \
	SWISH512(Z15) \
	SWISH512(Z16) \
	SWISH512(Z17) \
	SWISH512(Z18) \
	SWISH512(Z19) \
	SWISH512(Z20) \
	SWISH512(Z21) \
	SWISH512(Z22) \
	SWISH512(Z23) \
store: \
	MOVQ tile_dst(DX), R8 \
	STORE12(0, Z0, Z1) \
	STORE12(1, Z2, Z3) \
	STORE12(2, Z4, Z5) \
	STORE12(3, Z6, Z7) \
	STORE12(4, Z8, Z9) \
	STORE12(5, Z10, Z11) \
	STORE12(6, Z12, Z13) \
	STORE12(7, Z14, Z15) \
	STORE12(8, Z16, Z17) \
	STORE12(9, Z18, Z19) \
	STORE12(10, Z20, Z21) \
	STORE12(11, Z22, Z23) \
	VZEROUPPER \
	RET

// func fixed12(t *tile)
TEXT ·fixed12(SB), NOSPLIT, $0-8
	BEGIN12

pair:
	VMOVDQU32 (DI), Z24
	VMOVDQU32 64(DI), Z25
	PAIR12((AX), Z0, Z1)
	PAIR12((AX)(BX*1), Z2, Z3)
	PAIR12((AX)(BX*2), Z4, Z5)
	PAIR12((AX)(R13*1), Z6, Z7)
	PAIR12((CX), Z8, Z9)
	PAIR12((CX)(BX*1), Z10, Z11)
	PAIR12((CX)(BX*2), Z12, Z13)
	PAIR12((CX)(R13*1), Z14, Z15)
	PAIR12((R8), Z16, Z17)
	PAIR12((R8)(BX*1), Z18, Z19)
	PAIR12((R8)(BX*2), Z20, Z21)
	PAIR12((R8)(R13*1), Z22, Z23)
	NEXT12
	JNZ  pair
	END12

// func fixed12VNNI(t *tile)
TEXT ·fixed12VNNI(SB), NOSPLIT, $0-8
	BEGIN12

pair:
	VMOVDQU32 (DI), Z24
	VMOVDQU32 64(DI), Z25
	PAIRVNNI((AX), Z0, Z1)
	PAIRVNNI((AX)(BX*1), Z2, Z3)
	PAIRVNNI((AX)(BX*2), Z4, Z5)
	PAIRVNNI((AX)(R13*1), Z6, Z7)
	PAIRVNNI((CX), Z8, Z9)
	PAIRVNNI((CX)(BX*1), Z10, Z11)
	PAIRVNNI((CX)(BX*2), Z12, Z13)
	PAIRVNNI((CX)(R13*1), Z14, Z15)
	PAIRVNNI((R8), Z16, Z17)
	PAIRVNNI((R8)(BX*1), Z18, Z19)
	PAIRVNNI((R8)(BX*2), Z20, Z21)
	PAIRVNNI((R8)(R13*1), Z22, Z23)
	NEXT12
	JNZ  pair
	END12

// all bits but the sign, eight times
DATA size<>+0(SB)/8, $0x7fffffff7fffffff
DATA size<>+8(SB)/8, $0x7fffffff7fffffff
DATA size<>+16(SB)/8, $0x7fffffff7fffffff
DATA size<>+24(SB)/8, $0x7fffffff7fffffff
GLOBL size<>(SB), RODATA|NOPTR, $32
// fine and tiny
DATA fine<>+0(SB)/4, $0x45fff800
GLOBL fine<>(SB), RODATA|NOPTR, $4
DATA tiny<>+0(SB)/4, $0x0da24260
GLOBL tiny<>(SB), RODATA|NOPTR, $4

// func quantise8(dst *int16, scale, src *float32, count, k int)
TEXT ·quantise8(SB), NOSPLIT, $0-40
	MOVQ dst+0(FP), DI
	MOVQ scale+8(FP), SI
	MOVQ src+16(FP), AX
	MOVQ count+24(FP), CX
	MOVQ k+32(FP), BX
	VMOVUPS size<>(SB), Y7
	VMOVSS  fine<>(SB), X6
	VMOVSS  tiny<>(SB), X5

row:
	VXORPS Y0, Y0, Y0
	VXORPS Y1, Y1, Y1
	MOVQ   AX, DX
	MOVQ   BX, R9
	SUBQ   $16, R9
	JLT    eight

sixteen:
	VANDPS (DX), Y7, Y2
	VANDPS 32(DX), Y7, Y3
	VMAXPS Y2, Y0, Y0
	VMAXPS Y3, Y1, Y1
	ADDQ   $64, DX
	SUBQ   $16, R9
	JGE    sixteen

eight:
	ADDQ   $16, R9
	JLE    largest
	VANDPS (DX), Y7, Y2
	VMAXPS Y2, Y0, Y0

largest:
	VMAXPS       Y1, Y0, Y0
	VEXTRACTF128 $1, Y0, X1
	VMAXPS       X1, X0, X0
	VPSHUFD      $0x4e, X0, X1
	VMAXPS       X1, X0, X0
	VPSHUFD      $0xb1, X0, X1
	VMAXPS       X1, X0, X0
	VDIVSS       X6, X0, X1
	VMOVSS       X1, (SI)
	VXORPS       X2, X2, X2
	VUCOMISS     X5, X0
	JCS          steps
	VDIVSS       X0, X6, X2

steps:
	VBROADCASTSS X2, Y2
	MOVQ         BX, R9
	SUBQ         $16, R9
	JLT          last

write:
	VMULPS     (AX), Y2, Y0
	VMULPS     32(AX), Y2, Y1
	VCVTPS2DQ  Y0, Y0
	VCVTPS2DQ  Y1, Y1
	VPACKSSDW  Y1, Y0, Y0
	VPERMQ     $0xd8, Y0, Y0
	VMOVDQU    Y0, (DI)
	ADDQ       $64, AX
	ADDQ       $32, DI
	SUBQ       $16, R9
	JGE        write

last:
	ADDQ         $16, R9
	JLE          next
	VMULPS       (AX), Y2, Y0
	VCVTPS2DQ    Y0, Y0
	VEXTRACTI128 $1, Y0, X1
	VPACKSSDW    X1, X0, X0
	VMOVDQU      X0, (DI)
	ADDQ         $32, AX
	ADDQ         $16, DI

next:
	ADDQ $4, SI
	DECQ CX
	JNZ  row
	VZEROUPPER
	RET
