      * READS A FILE OF ZENGIN DATA RECORDS (120 BYTES EACH) AND PRINTS
      * WHAT IS DECIDED OF THE BATCH AND OF EACH OF ITS ITEMS.
      *
      * BULK.DAT, SERVICE.JSON AND COMPANY.JSON ARE IN THE FOLDER.
       IDENTIFICATION DIVISION.
       PROGRAM-ID. BULK.
       ENVIRONMENT DIVISION.
       INPUT-OUTPUT SECTION.
       FILE-CONTROL.
           SELECT BULK-FILE ASSIGN TO "bulk.dat"
               ORGANIZATION IS SEQUENTIAL
               FILE STATUS IS WS-STATUS.
       DATA DIVISION.
       FILE SECTION.
       FD  BULK-FILE.
       01  BULK-RECORD.
           05  BULK-KIND           PIC X.
           05  FILLER              PIC X(119).
       WORKING-STORAGE SECTION.
       COPY KESSAI.
       01  WS-STATUS               PIC XX.
       01  WS-END                  PIC X VALUE "N".
       01  WS-OUTCOME              PIC 9(2).
       01  WS-LINE                 PIC 9(6) VALUE 0.
       PROCEDURE DIVISION.
       MAIN SECTION.
           INITIALIZE KSO-PATHS KSQ-REQUEST.
           MOVE SPACES TO KSI-ITEM.
           MOVE "service.json" TO KSO-SERVICE.
           MOVE "company.json" TO KSO-COMPANY.
           CALL "KSOPEN" USING KSH-HANDLE KSO-PATHS KSM-MESSAGE.
           IF RETURN-CODE NOT = 0
               DISPLAY "NOT OPENED: " KSM-FILE " LINE " KSM-LINE
               DISPLAY KSM-TEXT
               STOP RUN.
           PERFORM HEADER.
           CALL "KSBEG" USING KSH-HANDLE KSQ-REQUEST.
           OPEN INPUT BULK-FILE.
           IF WS-STATUS NOT = "00"
               DISPLAY "NO FILE: " WS-STATUS
               MOVE 16 TO RETURN-CODE
               STOP RUN.
           PERFORM READ-NEXT.
           PERFORM UNTIL WS-END = "Y"
               IF BULK-KIND = "2"
                   CALL "KSADDZ" USING KSH-HANDLE BULK-RECORD KSI-ITEM
                   IF RETURN-CODE NOT = 0
                       DISPLAY "RECORD " WS-LINE " CANNOT BE READ"
                   END-IF
               END-IF
               PERFORM READ-NEXT
           END-PERFORM.
           CLOSE BULK-FILE.
           CALL "KSEND" USING KSH-HANDLE KSV-VERDICT.
           MOVE RETURN-CODE TO WS-OUTCOME.
           DISPLAY "OUTCOME " WS-OUTCOME " PAYMENT " KSV-PAYMENT
               " FEE " KSV-BANK-FEE " WITHDRAWAL " KSV-WITHDRAWAL.
           PERFORM ITEMS.
           PERFORM REASONS.
           CALL "KSCLOSE" USING KSH-HANDLE.
           MOVE WS-OUTCOME TO RETURN-CODE.
           STOP RUN.

       HEADER SECTION.
           MOVE "taro01" TO KSQ-USER.
           MOVE "bulkTransfer" TO KSQ-BUSINESS.
           MOVE "081-1-0100001" TO KSQ-ACCOUNT.
           SET KSQ-CREATE TO TRUE.
           MOVE "2026112010150000+0900" TO KSQ-NOW.
           MOVE 20261124 TO KSQ-VALUE-DATE.
           SET KSQ-BY-SCREEN TO TRUE.
           MOVE "hanako01" TO KSQ-APPROVER (1).
           MOVE "ichiro01" TO KSQ-APPROVER (2).
           MOVE 1 TO KSQ-USAGE-COUNT.
           MOVE "companyPerDay" TO KSQ-U-LIMIT (1).
           MOVE 20261120 TO KSQ-U-DAY (1).
           MOVE 0 TO KSQ-U-USED (1).
      * WHAT A ZENGIN RECORD DOES NOT SAY.
           SET KSI-BY-PAYEE TO TRUE.

       READ-NEXT SECTION.
           READ BULK-FILE AT END MOVE "Y" TO WS-END END-READ.
           ADD 1 TO WS-LINE.

       ITEMS SECTION.
           INITIALIZE KSN-ROW.
           SET KSN-ITEMS TO TRUE.
           CALL "KSNEXT" USING KSH-HANDLE KSN-ROW.
           PERFORM UNTIL RETURN-CODE NOT = 0
               DISPLAY "ITEM " KSN-AT " TRANSFER " KSN-J-TRANSFER
                   " FEE " KSN-J-BANK-FEE
                   " REASONS " KSN-J-REASON-COUNT
               CALL "KSNEXT" USING KSH-HANDLE KSN-ROW
           END-PERFORM.

       REASONS SECTION.
           MOVE 1 TO KSX-AT.
           SET KSX-REASON TO TRUE.
           SET KSX-ENGLISH TO TRUE.
           CALL "KSTEXT" USING KSH-HANDLE KSX-PERSON-TEXT.
           PERFORM UNTIL RETURN-CODE NOT = 0
               DISPLAY "REASON " KSX-AT ": "
                   KSX-TEXT (1:KSX-LENGTH)
               ADD 1 TO KSX-AT
               CALL "KSTEXT" USING KSH-HANDLE KSX-PERSON-TEXT
           END-PERFORM.
