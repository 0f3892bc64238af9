<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar">
    <context>
        <name>AboutDialog</name>
        <message>
            <source>A map that replays dated places and movements. It works without a network: nothing that you open leaves this computer.</source>
            <translation>خريطة تعيد عرض الأماكن والتحركات المؤرَّخة. تعمل بلا شبكة: لا يغادر هذا الحاسوبَ شيءٌ مما تفتحه.</translation>
        </message>
        <message>
            <source>Space</source>
            <translation>مفتاح المسافة</translation>
        </message>
        <message>
            <source>Play and pause</source>
            <translation>تشغيل وإيقاف مؤقت</translation>
        </message>
        <message>
            <source>Ctrl + Left, Right</source>
            <translation>Ctrl + سهم أيمن أو أيسر</translation>
        </message>
        <message>
            <source>One step back, forward</source>
            <translation>خطوة إلى الوراء أو إلى الأمام</translation>
        </message>
        <message>
            <source>Arrow keys</source>
            <translation>مفاتيح الأسهم</translation>
        </message>
        <message>
            <source>Move the map</source>
            <translation>تحريك الخريطة</translation>
        </message>
        <message>
            <source>+  −</source>
            <translation>+  −</translation>
        </message>
        <message>
            <source>Zoom in, out</source>
            <translation>تكبير وتصغير</translation>
        </message>
        <message>
            <source>Home</source>
            <translation>Home</translation>
        </message>
        <message>
            <source>Show everything</source>
            <translation>عرض كل شيء</translation>
        </message>
        <message>
            <source>Shift + drag</source>
            <translation>Shift + سحب</translation>
        </message>
        <message>
            <source>Zoom to a box</source>
            <translation>تكبير إلى إطار</translation>
        </message>
        <message>
            <source>Esc</source>
            <translation>Esc</translation>
        </message>
        <message>
            <source>Close the record</source>
            <translation>إغلاق السجل</translation>
        </message>
        <message>
            <source>Apache License 2.0. Made with Qt, GDAL and PROJ.</source>
            <translation>رخصة أباتشي 2.0. صُنع بمكتبات Qt وGDAL وPROJ.</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>إغلاق</translation>
        </message>
        <message>
            <source>Masar</source>
            <translation>مسار</translation>
        </message>
        <message>
            <source>Sources and licences of the data</source>
            <translation>مصادر البيانات ورخصها</translation>
        </message>
        <message>
            <source>Page up, Page down</source>
            <translation>Page up وPage down</translation>
        </message>
        <message>
            <source>Ten steps back, forward</source>
            <translation>عشر خطوات إلى الوراء أو إلى الأمام</translation>
        </message>
        <message>
            <source>[  ]</source>
            <translation>[  ]</translation>
        </message>
        <message>
            <source>Previous, next date in the data</source>
            <translation>التاريخ السابق أو التالي في البيانات</translation>
        </message>
        <message>
            <source>R</source>
            <translation>R</translation>
        </message>
        <message>
            <source>Play backwards</source>
            <translation>تشغيل إلى الوراء</translation>
        </message>
        <message>
            <source>Ctrl + F</source>
            <translation>Ctrl + F</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>بحث</translation>
        </message>
        <message>
            <source>M</source>
            <translation>M</translation>
        </message>
        <message>
            <source>Measure</source>
            <translation>قياس</translation>
        </message>
        <message>
            <source>G</source>
            <translation>G</translation>
        </message>
        <message>
            <source>Meridians and parallels</source>
            <translation>خطوط الطول والعرض</translation>
        </message>
        <message>
            <source>Ctrl + Shift + C</source>
            <translation>Ctrl + Shift + C</translation>
        </message>
        <message>
            <source>Copy coordinates</source>
            <translation>نسخ الإحداثيات</translation>
        </message>
        <message>
            <source>Right button + drag</source>
            <translation>الزر الأيمن + السحب</translation>
        </message>
        <message>
            <source>Turn the map</source>
            <translation>تدوير الخريطة</translation>
        </message>
        <message>
            <source>Shift + Left, Right</source>
            <translation>Shift + السهمان يسارًا ويمينًا</translation>
        </message>
        <message>
            <source>N</source>
            <translation>N</translation>
        </message>
        <message>
            <source>Turn back to north</source>
            <translation>إعادة الشمال إلى الأعلى</translation>
        </message>
    </context>
    <context>
        <name>AddressDialog</name>
        <message>
            <source>Open an address</source>
            <translation>فتح عنوان</translation>
        </message>
        <message>
            <source>Masar fetches this one file, up to %1, keeps it in its own folder and opens it. The server learns that you asked. Nothing else is sent.</source>
            <translation>يجلب مسار هذا الملف وحده، حتى %1، ويحفظه في مجلده الخاص ويفتحه. يعلم الخادم أنك طلبته. لا يُرسل شيء آخر.</translation>
        </message>
        <message>
            <source>Address of a file</source>
            <translation>عنوان ملف</translation>
        </message>
        <message>
            <source>This asks the server %1.</source>
            <translation>يُطلب هذا من الخادم %1.</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>إلغاء</translation>
        </message>
        <message>
            <source>Fetch and open</source>
            <translation>جلب وفتح</translation>
        </message>
    </context>
    <context>
        <name>Attribution</name>
        <message>
            <source>Sources of the map</source>
            <translation>مصادر الخريطة</translation>
        </message>
    </context>
    <context>
        <name>BasemapLine</name>
        <message>
            <source>Basemap: %1</source>
            <translation>خريطة الأساس: %1</translation>
        </message>
        <message>
            <source>Basemap</source>
            <translation>خريطة الأساس</translation>
        </message>
        <message>
            <source>Choose the basemap (Ctrl+B)</source>
            <translation>اختيار خريطة الأساس (Ctrl+B)</translation>
        </message>
    </context>
    <context>
        <name>BasemapPane</name>
        <message>
            <source>Basemap</source>
            <translation>خريطة الأساس</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>إغلاق</translation>
        </message>
        <message>
            <source>Open a raster file</source>
            <translation>فتح ملف نقطي</translation>
        </message>
        <message>
            <source>GeoTIFF, MBTiles, PNG, JPEG and others that say where they lie</source>
            <translation>GeoTIFF وMBTiles وPNG وJPEG وغيرها مما يذكر موقعه</translation>
        </message>
        <message>
            <source>Add an online map</source>
            <translation>إضافة خريطة من الشبكة</translation>
        </message>
        <message>
            <source>Tiles from a server that you name</source>
            <translation>بلاطات من خادم تسميه</translation>
        </message>
        <message>
            <source>Opacity</source>
            <translation>العتامة</translation>
        </message>
        <message>
            <source>Names and borders on top</source>
            <translation>الأسماء والحدود فوقها</translation>
        </message>
        <message>
            <source>Ask again for what is missing</source>
            <translation>إعادة طلب الناقص</translation>
        </message>
        <message>
            <source>Some tiles could not be had: hatching marks where</source>
            <translation>تعذر الحصول على بعض البلاطات: مواضعها مظلّلة بخطوط</translation>
        </message>
        <message>
            <source>Rasters (%1)</source>
            <translation>صور نقطية (%1)</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>كل الملفات (*)</translation>
        </message>
    </context>
    <context>
        <name>BasemapRow</name>
        <message>
            <source>Take %1 off the list</source>
            <translation>رفع %1 من القائمة</translation>
        </message>
    </context>
    <context>
        <name>ChangesPane</name>
        <message>
            <source>Changes in %1</source>
            <translation>التغييرات في %1</translation>
        </message>
        <message>
            <source>Match by</source>
            <translation>المطابقة بـ</translation>
        </message>
        <message>
            <source>The field that says which feature is which in both versions</source>
            <translation>الحقل الذي يعرّف كل معلم في النسختين</translation>
        </message>
        <message>
            <source>List only these changes</source>
            <translation>سرد هذه التغييرات وحدها</translation>
        </message>
        <message>
            <source>Changes</source>
            <translation>التغييرات</translation>
        </message>
        <message>
            <source>no value</source>
            <translation>بلا قيمة</translation>
        </message>
        <message>
            <source>Before: %1</source>
            <translation>قبل: %1</translation>
        </message>
        <message>
            <source>After: %1</source>
            <translation>بعد: %1</translation>
        </message>
        <message>
            <source>Previous change (Shift+F8)</source>
            <translation>التغيير السابق (Shift+F8)</translation>
        </message>
        <message>
            <source>Next change (F8)</source>
            <translation>التغيير التالي (F8)</translation>
        </message>
        <message>
            <source>Keep both</source>
            <translation>إبقاء النسختين</translation>
        </message>
        <message>
            <source>Keep the old version as a layer of its own</source>
            <translation>إبقاء النسخة القديمة طبقةً قائمة بذاتها</translation>
        </message>
        <message>
            <source>Accept</source>
            <translation>قبول</translation>
        </message>
        <message>
            <source>Keep the new version and mark nothing any more</source>
            <translation>إبقاء النسخة الجديدة وإزالة العلامات</translation>
        </message>
        <message>
            <source>Both versions side by side on the map</source>
            <translation>النسختان جنبًا إلى جنب على الخريطة</translation>
        </message>
    </context>
    <context>
        <name>CoordinateMenu</name>
        <message>
            <source>Coordinates</source>
            <translation>إحداثيات</translation>
        </message>
        <message>
            <source>Decimal degrees</source>
            <translation>درجات عشرية</translation>
        </message>
        <message>
            <source>Degrees, minutes, seconds</source>
            <translation>درجات ودقائق وثوانٍ</translation>
        </message>
        <message>
            <source>UTM</source>
            <translation>UTM</translation>
        </message>
        <message>
            <source>MGRS</source>
            <translation>MGRS</translation>
        </message>
    </context>
    <context>
        <name>CoordinateReadout</name>
        <message>
            <source>Coordinates: %1</source>
            <translation>الإحداثيات: %1</translation>
        </message>
        <message>
            <source>Choose how coordinates are written. Ctrl+Shift+C copies them.</source>
            <translation>اختر كيف تُكتب الإحداثيات. ينسخها Ctrl+Shift+C.</translation>
        </message>
    </context>
    <context>
        <name>DurationText</name>
        <message>
            <source>%1 d</source>
            <comment>days</comment>
            <translation>%1 يوم</translation>
        </message>
        <message>
            <source>%1 h</source>
            <comment>hours</comment>
            <translation>%1 س</translation>
        </message>
        <message>
            <source>%1 min</source>
            <comment>minutes</comment>
            <translation>%1 د</translation>
        </message>
        <message>
            <source>%1 s</source>
            <comment>seconds</comment>
            <translation>%1 ث</translation>
        </message>
    </context>
    <context>
        <name>EmptyState</name>
        <message>
            <source>Replay places and movements</source>
            <translation>أعد عرض الأماكن والتحركات</translation>
        </message>
        <message>
            <source>Drop a file with dates and places here, such as GeoJSON, GeoPackage, KML or CSV. Nothing leaves this computer.</source>
            <translation>أفلت هنا ملفًا فيه تواريخ وأماكن، مثل GeoJSON أو GeoPackage أو KML أو CSV. لا يغادر هذا الحاسوبَ شيء.</translation>
        </message>
        <message>
            <source>Open files</source>
            <translation>فتح ملفات</translation>
        </message>
        <message>
            <source>Open the bundled story</source>
            <translation>فتح القصة المرفقة</translation>
        </message>
        <message>
            <source>Opened before</source>
            <translation>فُتحت من قبل</translation>
        </message>
        <message>
            <source>%1 (gone)</source>
            <comment>a file</comment>
            <translation>%1 (لم يعد موجودًا)</translation>
        </message>
    </context>
    <context>
        <name>ErrorText</name>
        <message>
            <source>Check that the file is still there and spelled this way.</source>
            <translation>تأكد من أن الملف ما زال في مكانه وأن اسمه مكتوب هكذا.</translation>
        </message>
        <message>
            <source>Check that you may read the file.</source>
            <translation>تأكد من أن لك إذنًا بقراءة الملف.</translation>
        </message>
        <message>
            <source>Correct the file at this place, then open it again.</source>
            <translation>صحِّح الملف في هذا الموضع، ثم افتحه من جديد.</translation>
        </message>
        <message>
            <source>Masar does not open this for safety: see the documentation.</source>
            <translation>لا يفتح مسار هذا حفاظًا على السلامة: راجع الوثائق.</translation>
        </message>
        <message>
            <source>Choose another folder, or free some space.</source>
            <translation>اختر مجلدًا آخر، أو أفرغ بعض المساحة.</translation>
        </message>
        <message>
            <source>There is no such file.</source>
            <translation>لا وجود لهذا الملف.</translation>
        </message>
        <message>
            <source>The file cannot be read.</source>
            <translation>تتعذر قراءة الملف.</translation>
        </message>
        <message>
            <source>Masar does not know this format.</source>
            <translation>لا يعرف مسار هذه الصيغة.</translation>
        </message>
        <message>
            <source>There is an error in the file.</source>
            <translation>في الملف خطأ.</translation>
        </message>
        <message>
            <source>The file was refused.</source>
            <translation>رُفض الملف.</translation>
        </message>
        <message>
            <source>The file could not be written.</source>
            <translation>تعذرت كتابة الملف.</translation>
        </message>
        <message>
            <source>Something went wrong.</source>
            <translation>حدث خطأ.</translation>
        </message>
        <message>
            <source>Masar reads GeoJSON, GeoPackage, Shapefile (zipped too), KML, KMZ, GPX, FlatGeobuf, GML, MapInfo, DXF, SQLite, OpenStreetMap, TopoJSON, Esri JSON, CSV, XLSX and ODS: convert it to one of these.</source>
            <translation>يقرأ مسار GeoJSON وGeoPackage وShapefile (والمضغوط منه) وKML وKMZ وGPX وFlatGeobuf وGML وMapInfo وDXF وSQLite وOpenStreetMap وTopoJSON وEsri JSON وCSV وXLSX وODS: حوّل الملف إلى أحدها.</translation>
        </message>
    </context>
    <context>
        <name>EventMarks</name>
        <message>
            <source>Forecast: %1</source>
            <translation>توقّع: %1</translation>
        </message>
    </context>
    <context>
        <name>FeatureListPane</name>
        <message>
            <source>Nothing</source>
            <translation>لا شيء</translation>
        </message>
        <message>
            <source>Certain now</source>
            <translation>مؤكد الآن</translation>
        </message>
        <message>
            <source>Possible now</source>
            <translation>محتمل الآن</translation>
        </message>
        <message>
            <source>Outside this time</source>
            <translation>خارج هذا الوقت</translation>
        </message>
        <message>
            <source>Without a date</source>
            <translation>بلا تاريخ</translation>
        </message>
        <message>
            <source>Without a place</source>
            <translation>بلا مكان</translation>
        </message>
        <message>
            <source>Unreadable</source>
            <translation>تعذرت قراءته</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>إغلاق</translation>
        </message>
        <message>
            <source>Shown at every date</source>
            <translation>يظهر في كل تاريخ</translation>
        </message>
        <message>
            <source>Not on the map</source>
            <translation>ليس على الخريطة</translation>
        </message>
        <message>
            <source>Show or hide what has no date</source>
            <translation>إظهار ما لا تاريخ له أو إخفاؤه</translation>
        </message>
    </context>
    <context>
        <name>FoundMark</name>
        <message>
            <source>Found: %1</source>
            <translation>عُثر على: %1</translation>
        </message>
    </context>
    <context>
        <name>FoundNote</name>
        <message>
            <source>%1: %2</source>
            <comment>feature, what is the matter</comment>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>Dismiss</source>
            <translation>صرف</translation>
        </message>
    </context>
    <context>
        <name>LanguageMenu</name>
        <message>
            <source>Language</source>
            <translation>اللغة</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>كما في النظام</translation>
        </message>
        <message>
            <source>Map: names in the window's language</source>
            <translation>الخريطة: الأسماء بلغة النافذة</translation>
        </message>
        <message>
            <source>Map: names in English</source>
            <translation>الخريطة: الأسماء بالإنكليزية</translation>
        </message>
        <message>
            <source>Map: names in Arabic</source>
            <translation>الخريطة: الأسماء بالعربية</translation>
        </message>
        <message>
            <source>Map: names in both</source>
            <translation>الخريطة: الأسماء باللغتين</translation>
        </message>
        <message>
            <source>Arabic with the digits 0123</source>
            <translation>العربية بالأرقام 0123</translation>
        </message>
        <message>
            <source>Arabic with the month name %1</source>
            <translation>العربية باسم الشهر «%1»</translation>
        </message>
    </context>
    <context>
        <name>LayerRow</name>
        <message>
            <source>Hide this layer</source>
            <translation>إخفاء هذه الطبقة</translation>
        </message>
        <message>
            <source>Show this layer</source>
            <translation>إظهار هذه الطبقة</translation>
        </message>
        <message>
            <source>Zoom to this layer</source>
            <translation>تكبير إلى هذه الطبقة</translation>
        </message>
        <message>
            <source>More</source>
            <translation>المزيد</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>إلغاء</translation>
        </message>
        <message>
            <source>Dismiss</source>
            <translation>صرف</translation>
        </message>
        <message>
            <source>Move up</source>
            <translation>نقل إلى الأعلى</translation>
        </message>
        <message>
            <source>Move down</source>
            <translation>نقل إلى الأسفل</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>إزالة</translation>
        </message>
        <message>
            <source>Label by</source>
            <translation>التسمية بحسب</translation>
        </message>
        <message>
            <source>Nothing</source>
            <translation>لا شيء</translation>
        </message>
        <message>
            <source>Make tracks of</source>
            <translation>رسم مسارات بحسب</translation>
        </message>
        <message>
            <source>Nothing: points</source>
            <translation>لا شيء: نقاط</translation>
        </message>
        <message>
            <source>Show its time</source>
            <translation>عرض زمنها</translation>
        </message>
        <message>
            <source>Update to what is on disk</source>
            <translation>التحديث إلى ما على القرص</translation>
        </message>
        <message>
            <source>How this was read…</source>
            <translation>كيف قُرئ هذا…</translation>
        </message>
        <message>
            <source>Update from file…</source>
            <translation>تحديث من ملف…</translation>
        </message>
        <message>
            <source>Update when its file changes</source>
            <translation>التحديث كلما تغيّر ملفها</translation>
        </message>
        <message>
            <source>Versions…</source>
            <translation>النسخ…</translation>
        </message>
    </context>
    <context>
        <name>LayersPane</name>
        <message>
            <source>Layers</source>
            <translation>الطبقات</translation>
        </message>
        <message>
            <source>Open files (Ctrl+O)</source>
            <translation>فتح ملفات (Ctrl+O)</translation>
        </message>
        <message>
            <source>Hide layers and legend (F9)</source>
            <translation>إخفاء الطبقات والمفتاح (F9)</translation>
        </message>
        <message>
            <source>Nothing is open yet.</source>
            <translation>لم يُفتح شيء بعد.</translation>
        </message>
    </context>
    <context>
        <name>Legend</name>
        <message>
            <source>Active</source>
            <translation>نشِطة</translation>
        </message>
        <message>
            <source>Withdrawing</source>
            <translation>قيد الانسحاب</translation>
        </message>
        <message>
            <source>Vacated</source>
            <translation>أُخليت</translation>
        </message>
        <message>
            <source>Handed over</source>
            <translation>سُلِّمت</translation>
        </message>
        <message>
            <source>Departure expected</source>
            <translation>يُتوقع إخلاؤها</translation>
        </message>
        <message>
            <source>For reference</source>
            <translation>للاستدلال</translation>
        </message>
        <message>
            <source>Convoy</source>
            <translation>قافلة</translation>
        </message>
        <message>
            <source>Base</source>
            <translation>قاعدة</translation>
        </message>
        <message>
            <source>Airfield</source>
            <translation>مطار عسكري</translation>
        </message>
        <message>
            <source>Oil or gas field</source>
            <translation>حقل نفط أو غاز</translation>
        </message>
        <message>
            <source>Camp</source>
            <translation>مخيم</translation>
        </message>
        <message>
            <source>Border crossing</source>
            <translation>معبر حدودي</translation>
        </message>
        <message>
            <source>Road</source>
            <translation>طريق</translation>
        </message>
        <message>
            <source>Zone</source>
            <translation>منطقة</translation>
        </message>
        <message>
            <source>Point of note</source>
            <translation>نقطة بارزة</translation>
        </message>
        <message>
            <source>Troop numbers</source>
            <translation>أعداد الجنود</translation>
        </message>
        <message>
            <source>Count</source>
            <translation>عدد</translation>
        </message>
        <message>
            <source>Impossible speed</source>
            <translation>سرعة غير ممكنة</translation>
        </message>
        <message>
            <source>Several states in this time</source>
            <translation>عدة حالات في هذه المدة</translation>
        </message>
        <message>
            <source>One state or the other</source>
            <translation>إحدى الحالتين</translation>
        </message>
        <message>
            <source>Perhaps another state</source>
            <translation>ربما حالة أخرى</translation>
        </message>
        <message>
            <source>%1: last seen</source>
            <translation>%1: آخر مشاهدة</translation>
        </message>
    </context>
    <context>
        <name>LegendView</name>
        <message>
            <source>Legend</source>
            <translation>مفتاح الخريطة</translation>
        </message>
        <message>
            <source>Fold the legend</source>
            <translation>طي المفتاح</translation>
        </message>
        <message>
            <source>Unfold the legend</source>
            <translation>بسط المفتاح</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>Pale with a broken outline: possible at this date, not certain.</source>
            <translation>الباهت ذو الحد المتقطع: محتمل في هذا التاريخ، غير مؤكد.</translation>
        </message>
    </context>
    <context>
        <name>LengthText</name>
        <message>
            <source>%1 m</source>
            <translation>%1 م</translation>
        </message>
        <message>
            <source>%1 km</source>
            <translation>%1 كم</translation>
        </message>
        <message>
            <source>%1 ft</source>
            <translation>%1 قدم</translation>
        </message>
        <message>
            <source>%1 mi</source>
            <translation>%1 ميل</translation>
        </message>
        <message>
            <source>%1 nmi</source>
            <translation>%1 ميل بحري</translation>
        </message>
        <message>
            <source>%1 km²</source>
            <translation>%1 كم²</translation>
        </message>
        <message>
            <source>%1 ha</source>
            <translation>%1 هكتار</translation>
        </message>
        <message>
            <source>%1 m²</source>
            <translation>%1 م²</translation>
        </message>
        <message>
            <source>%1 sq mi</source>
            <translation>%1 ميل مربع</translation>
        </message>
        <message>
            <source>%1 acres</source>
            <translation>%1 فدان إنكليزي</translation>
        </message>
        <message>
            <source>%1 sq ft</source>
            <translation>%1 قدم مربعة</translation>
        </message>
        <message>
            <source>%1 sq nmi</source>
            <translation>%1 ميل بحري مربع</translation>
        </message>
        <message>
            <source>%1 km/h</source>
            <translation>%1 كم/س</translation>
        </message>
        <message>
            <source>%1 mph</source>
            <translation>%1 ميل/س</translation>
        </message>
        <message>
            <source>%1 kn</source>
            <translation>%1 عقدة</translation>
        </message>
    </context>
    <context>
        <name>Main</name>
        <message>
            <source>%1 – Masar</source>
            <translation>%1 – مسار</translation>
        </message>
        <message>
            <source>Open files</source>
            <translation>فتح ملفات</translation>
        </message>
        <message>
            <source>Map data (%1)</source>
            <translation>بيانات خرائط (%1)</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>كل الملفات (*)</translation>
        </message>
        <message>
            <source>Save the map as a picture</source>
            <translation>حفظ الخريطة صورةً</translation>
        </message>
        <message>
            <source>Pictures (*.png *.jpg *.webp)</source>
            <translation>صور (*.png *.jpg *.webp)</translation>
        </message>
        <message>
            <source>Update a layer from a file</source>
            <translation>تحديث طبقة من ملف</translation>
        </message>
    </context>
    <context>
        <name>MapFurniture</name>
        <message>
            <source>Zoom in (+)</source>
            <translation>تكبير (+)</translation>
        </message>
        <message>
            <source>Zoom out (−)</source>
            <translation>تصغير (−)</translation>
        </message>
        <message>
            <source>Scale: %1</source>
            <translation>المقياس: %1</translation>
        </message>
        <message>
            <source>Measure (M)</source>
            <translation>قياس (M)</translation>
        </message>
        <message>
            <source>Turn back to north (N)</source>
            <translation>إعادة الشمال إلى الأعلى (N)</translation>
        </message>
    </context>
    <context>
        <name>MapInput</name>
        <message>
            <source>Map</source>
            <translation>الخريطة</translation>
        </message>
        <message>
            <source>Arrow keys move the map, with Shift they turn it, N turns it back to north, plus and minus zoom, Home shows everything, the space bar plays.</source>
            <translation>مفاتيح الأسهم تحرّك الخريطة، ومع Shift تدوّرها، وN يعيد الشمال إلى الأعلى، والزائد والناقص للتقريب والتبعيد، وHome يعرض كل شيء، ومفتاح المسافة يشغّل العرض.</translation>
        </message>
    </context>
    <context>
        <name>MapMenu</name>
        <message>
            <source>Copy coordinates</source>
            <translation>نسخ الإحداثيات</translation>
        </message>
        <message>
            <source>Centre here</source>
            <translation>توسيط الخريطة هنا</translation>
        </message>
        <message>
            <source>Measure from here</source>
            <translation>القياس من هنا</translation>
        </message>
    </context>
    <context>
        <name>Movement</name>
        <message>
            <source>At a fix of this moment</source>
            <translation>عند موقع مسجَّل في هذه اللحظة</translation>
        </message>
        <message>
            <source>Between two fixes %1 apart</source>
            <translation>بين موقعين مسجَّلين بينهما %1</translation>
        </message>
        <message>
            <source>Interpolated between two fixes %1 apart</source>
            <translation>مستكمَل بين موقعين مسجَّلين بينهما %1</translation>
        </message>
        <message>
            <source>Last seen %1 earlier</source>
            <translation>آخر ظهور قبل %1</translation>
        </message>
        <message>
            <source>Inferred: about %1 of %2 along its line, somewhere from %3 to %4</source>
            <translation>مستنتج: نحو %1 من %2 على خطه، في ما بين %3 و%4</translation>
        </message>
        <message>
            <source>Movement</source>
            <translation>الحركة</translation>
        </message>
        <message>
            <source>Fixes</source>
            <translation>المواقع المسجَّلة</translation>
        </message>
        <message>
            <source>Duration</source>
            <translation>المدة</translation>
        </message>
        <message>
            <source>Length</source>
            <translation>الطول</translation>
        </message>
        <message>
            <source>Greatest implied speed</source>
            <translation>أعلى سرعة ضمنية</translation>
        </message>
        <message>
            <source>Gaps</source>
            <translation>الفجوات</translation>
        </message>
        <message>
            <source>none</source>
            <translation>لا شيء</translation>
        </message>
        <message>
            <source>%1, the longest of %2</source>
            <translation>%1، أطولها %2</translation>
        </message>
        <message>
            <source>Impossible speeds</source>
            <translation>سرعات غير ممكنة</translation>
        </message>
        <message>
            <source>%1, faster than %2</source>
            <translation>%1، أسرع من %2</translation>
        </message>
        <message>
            <source>Now</source>
            <translation>الآن</translation>
        </message>
        <message>
            <source>Not under way</source>
            <translation>ليس في الطريق</translation>
        </message>
        <message>
            <source>Only its begin and end are known. Its place between them is inferred, at even speed.</source>
            <translation>لا يُعرف إلا بدايته ونهايته. مكانه بينهما مستنتج، بسرعة منتظمة.</translation>
        </message>
    </context>
    <context>
        <name>MovementMenu</name>
        <message>
            <source>Movements</source>
            <translation>التحركات</translation>
        </message>
        <message>
            <source>No trail</source>
            <translation>بلا أثر</translation>
        </message>
        <message>
            <source>Trail of an hour</source>
            <translation>أثر ساعة</translation>
        </message>
        <message>
            <source>Trail of 6 hours</source>
            <translation>أثر 6 ساعات</translation>
        </message>
        <message>
            <source>Trail of a day</source>
            <translation>أثر يوم</translation>
        </message>
        <message>
            <source>Trail of a week</source>
            <translation>أثر أسبوع</translation>
        </message>
        <message>
            <source>Whole trail</source>
            <translation>الأثر كله</translation>
        </message>
        <message>
            <source>Another length: P2D, PT30M</source>
            <translation>طول آخر: P2D أو PT30M</translation>
        </message>
        <message>
            <source>Another length of the trail</source>
            <translation>طول آخر للأثر</translation>
        </message>
        <message>
            <source>Nothing drawn over gaps of</source>
            <translation>لا يُرسم شيء فوق فجوات من</translation>
        </message>
        <message>
            <source>An hour</source>
            <translation>ساعة</translation>
        </message>
        <message>
            <source>6 hours</source>
            <translation>6 ساعات</translation>
        </message>
        <message>
            <source>A day</source>
            <translation>يوم</translation>
        </message>
        <message>
            <source>A week</source>
            <translation>أسبوع</translation>
        </message>
        <message>
            <source>Another length of a gap</source>
            <translation>طول آخر للفجوة</translation>
        </message>
        <message>
            <source>Impossible from</source>
            <translation>غير ممكن ابتداءً من</translation>
        </message>
        <message>
            <source>120 km/h</source>
            <translation>120 كم/س</translation>
        </message>
        <message>
            <source>250 km/h</source>
            <translation>250 كم/س</translation>
        </message>
        <message>
            <source>1,200 km/h</source>
            <translation>1200 كم/س</translation>
        </message>
        <message>
            <source>Another speed in km/h</source>
            <translation>سرعة أخرى بالكم/س</translation>
        </message>
    </context>
    <context>
        <name>NoticeStack</name>
        <message>
            <source>Dismiss</source>
            <translation>صرف</translation>
        </message>
    </context>
    <context>
        <name>OnlineMap</name>
        <message>
            <source>Give the map a name.</source>
            <translation>سمِّ الخريطة.</translation>
        </message>
        <message>
            <source>The address needs {z}, {x} and {y} where the numbers of a tile go.</source>
            <translation>يحتاج العنوان إلى {z} و{x} و{y} حيث تقع أرقام البلاطة.</translation>
        </message>
        <message>
            <source>Only {z}, {x}, {y} and {-y} can be filled in: write everything else out, such as a key or the name of a server.</source>
            <translation>لا يُملأ إلا {z} و{x} و{y} و{-y}: اكتب كل ما عداها كاملًا، كمفتاح أو اسم خادم.</translation>
        </message>
        <message>
            <source>The address must begin with https:// or http:// and name a server.</source>
            <translation>يجب أن يبدأ العنوان بـ https:// أو http:// وأن يسمي خادمًا.</translation>
        </message>
        <message>
            <source>An address with a user's name or password is not taken.</source>
            <translation>لا يُقبل عنوان فيه اسم مستخدم أو كلمة مرور.</translation>
        </message>
        <message>
            <source>Write whom the map is by, as its provider asks: it stands on the map and on every picture of it.</source>
            <translation>اكتب نسبة الخريطة كما يطلب مزوّدها: تظهر على الخريطة وعلى كل صورة منها.</translation>
        </message>
        <message>
            <source>The deepest zoom is a number from 1 to 22.</source>
            <translation>أقصى تكبير عدد من 1 إلى 22.</translation>
        </message>
    </context>
    <context>
        <name>OnlineMapDialog</name>
        <message>
            <source>Add an online map</source>
            <translation>إضافة خريطة من الشبكة</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>الاسم</translation>
        </message>
        <message>
            <source>Address of a tile, with {z}, {x} and {y}</source>
            <translation>عنوان البلاطة، وفيه {z} و{x} و{y}</translation>
        </message>
        <message>
            <source>Attribution, as its provider asks</source>
            <translation>النسبة كما يطلبها المزوّد</translation>
        </message>
        <message>
            <source>Deepest zoom (1 to 22)</source>
            <translation>أقصى تكبير (1 إلى 22)</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>إلغاء</translation>
        </message>
        <message>
            <source>Add and show</source>
            <translation>إضافة وعرض</translation>
        </message>
        <message>
            <source>Masar then asks that server for the part of the map in view, and for nothing else. The server learns which places you look at, and may pass the question on to another. Its terms must allow this use.</source>
            <translation>عندئذ يطلب مسار من ذلك الخادم الجزء المعروض من الخريطة ولا شيء غيره. ويعرف الخادم الأماكن التي تنظر إليها، وقد يحيل الطلب إلى خادم آخر. ويجب أن تسمح شروطه بهذا الاستعمال.</translation>
        </message>
    </context>
    <context>
        <name>PictureFurniture</name>
        <message>
            <source>%1 certain</source>
            <translation>%1 مؤكد</translation>
        </message>
        <message>
            <source>%1 possible</source>
            <translation>%1 محتمل</translation>
        </message>
        <message>
            <source>%1 outside this time</source>
            <translation>%1 خارج هذا الوقت</translation>
        </message>
        <message>
            <source>%1 undated</source>
            <translation>%1 بلا تاريخ</translation>
        </message>
        <message>
            <source>%1 without a place</source>
            <translation>%1 بلا مكان</translation>
        </message>
        <message>
            <source>%1 unreadable</source>
            <translation>%1 تعذرت قراءته</translation>
        </message>
        <message>
            <source>, </source>
            <translation>، </translation>
        </message>
    </context>
    <context>
        <name>RangeMenu</name>
        <message>
            <source>All of time</source>
            <translation>الزمن كله</translation>
        </message>
        <message>
            <source>Shift+T</source>
            <translation>Shift+T</translation>
        </message>
        <message>
            <source>What is selected</source>
            <translation>المحدَّد</translation>
        </message>
        <message>
            <source>T</source>
            <translation>T</translation>
        </message>
    </context>
    <context>
        <name>ReadingDates</name>
        <message>
            <source>Dates</source>
            <translation>التواريخ</translation>
        </message>
        <message>
            <source>A feature has</source>
            <translation>لكل معلم</translation>
        </message>
        <message>
            <source>What dates a feature has</source>
            <translation>ما للمعلم من تواريخ</translation>
        </message>
        <message>
            <source>Begin</source>
            <translation>البداية</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>التاريخ</translation>
        </message>
        <message>
            <source>The field of the begin, or of the only date</source>
            <translation>حقل البداية، أو التاريخ الوحيد</translation>
        </message>
        <message>
            <source>End</source>
            <translation>النهاية</translation>
        </message>
        <message>
            <source>The field of the end</source>
            <translation>حقل النهاية</translation>
        </message>
        <message>
            <source>Written as</source>
            <translation>طريقة الكتابة</translation>
        </message>
        <message>
            <source>Whether the day or the month comes first</source>
            <translation>أيأتي اليوم أولًا أم الشهر</translation>
        </message>
        <message>
            <source>Not known: either</source>
            <translation>غير معروف: كلاهما ممكن</translation>
        </message>
        <message>
            <source>Day, month, year</source>
            <translation>يوم، شهر، سنة</translation>
        </message>
        <message>
            <source>Month, day, year</source>
            <translation>شهر، يوم، سنة</translation>
        </message>
        <message>
            <source>Zone of dates without one</source>
            <translation>المنطقة الزمنية لتواريخ بلا منطقة</translation>
        </message>
    </context>
    <context>
        <name>ReadingDialog</name>
        <message>
            <source>How to read “%1”</source>
            <translation>كيف يُقرأ «%1»</translation>
        </message>
        <message>
            <source>Layers of the file</source>
            <translation>طبقات الملف</translation>
        </message>
        <message>
            <source>Read %1</source>
            <translation>قراءة %1</translation>
        </message>
        <message>
            <source>%1 · %2 · asks</source>
            <comment>a layer: name, count</comment>
            <translation>%1 · %2 · يُسأل عنها</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <comment>a layer: name, count</comment>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>What came of it</source>
            <translation>ما نتج عن ذلك</translation>
        </message>
        <message>
            <source>Leave as it is</source>
            <translation>تركه كما هو</translation>
        </message>
        <message>
            <source>Read it this way</source>
            <translation>قراءته هكذا</translation>
        </message>
    </context>
    <context>
        <name>ReadingPlaces</name>
        <message>
            <source>Places</source>
            <translation>الأماكن</translation>
        </message>
        <message>
            <source>Longitude, x or easting</source>
            <translation>خط الطول أو x أو الإحداثي الشرقي</translation>
        </message>
        <message>
            <source>The column of longitude, x or easting</source>
            <translation>عمود خط الطول أو x أو الإحداثي الشرقي</translation>
        </message>
        <message>
            <source>Latitude, y or northing</source>
            <translation>خط العرض أو y أو الإحداثي الشمالي</translation>
        </message>
        <message>
            <source>The column of latitude, y or northing</source>
            <translation>عمود خط العرض أو y أو الإحداثي الشمالي</translation>
        </message>
        <message>
            <source>Or geometry as WKT</source>
            <translation>أو الشكل الهندسي بصيغة WKT</translation>
        </message>
        <message>
            <source>The column of geometries as WKT</source>
            <translation>عمود الأشكال الهندسية بصيغة WKT</translation>
        </message>
        <message>
            <source>Reference system: %1</source>
            <translation>النظام المرجعي: %1</translation>
        </message>
        <message>
            <source>As the file has it</source>
            <translation>كما في الملف</translation>
        </message>
        <message>
            <source>Another…</source>
            <translation>غيره…</translation>
        </message>
        <message>
            <source>Another one: a code such as 32637, or a name such as UTM 37N</source>
            <translation>غيره: رمز مثل 32637، أو اسم مثل UTM 37N</translation>
        </message>
        <message>
            <source>Search for a reference system</source>
            <translation>البحث عن نظام مرجعي</translation>
        </message>
        <message>
            <source>No reference system is called so.</source>
            <translation>لا نظام مرجعيًا بهذا الاسم.</translation>
        </message>
        <message>
            <source>Reference systems</source>
            <translation>الأنظمة المرجعية</translation>
        </message>
    </context>
    <context>
        <name>Record</name>
        <message>
            <source>When</source>
            <translation>متى</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>التاريخ</translation>
        </message>
        <message>
            <source>none</source>
            <translation>لا شيء</translation>
        </message>
        <message>
            <source>Shown at every date</source>
            <translation>يظهر في كل تاريخ</translation>
        </message>
        <message>
            <source>Could not be read as a date</source>
            <translation>تعذرت قراءته تاريخًا</translation>
        </message>
        <message>
            <source>not stated</source>
            <translation>غير مذكور</translation>
        </message>
        <message>
            <source>Begin</source>
            <translation>البداية</translation>
        </message>
        <message>
            <source>End</source>
            <translation>النهاية</translation>
        </message>
        <message>
            <source>What and where</source>
            <translation>ماذا وأين</translation>
        </message>
        <message>
            <source>%1 km</source>
            <translation>%1 كم</translation>
        </message>
        <message>
            <source>%1 m</source>
            <translation>%1 م</translation>
        </message>
        <message>
            <source>Position</source>
            <translation>الموقع</translation>
        </message>
        <message>
            <source>within %1</source>
            <translation>بدقة %1</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>العدد</translation>
        </message>
        <message>
            <source>about %1</source>
            <translation>نحو %1</translation>
        </message>
        <message>
            <source>under %1</source>
            <translation>أقل من %1</translation>
        </message>
        <message>
            <source>over %1</source>
            <translation>أكثر من %1</translation>
        </message>
        <message>
            <source>at least %1</source>
            <translation>%1 على الأقل</translation>
        </message>
        <message>
            <source>at most %1</source>
            <translation>%1 على الأكثر</translation>
        </message>
        <message>
            <source>What is claimed</source>
            <translation>ما يُقال</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>ملاحظة</translation>
        </message>
        <message>
            <source>How it is known</source>
            <translation>كيف عُرف</translation>
        </message>
        <message>
            <source>stated by the source</source>
            <translation>ذكره المصدر</translation>
        </message>
        <message>
            <source>inferred, not stated by a source</source>
            <translation>مستنتج، لم يذكره مصدر</translation>
        </message>
        <message>
            <source>estimated</source>
            <translation>مقدَّر</translation>
        </message>
        <message>
            <source>high</source>
            <translation>عالية</translation>
        </message>
        <message>
            <source>high to medium</source>
            <translation>عالية إلى متوسطة</translation>
        </message>
        <message>
            <source>medium</source>
            <translation>متوسطة</translation>
        </message>
        <message>
            <source>low to medium</source>
            <translation>منخفضة إلى متوسطة</translation>
        </message>
        <message>
            <source>low</source>
            <translation>منخفضة</translation>
        </message>
        <message>
            <source>Basis</source>
            <translation>الأساس</translation>
        </message>
        <message>
            <source>Confidence</source>
            <translation>الثقة</translation>
        </message>
        <message>
            <source>Sources</source>
            <translation>المصادر</translation>
        </message>
        <message>
            <source>Fields</source>
            <translation>الحقول</translation>
        </message>
        <message>
            <source>Feature %1</source>
            <translation>المعلم %1</translation>
        </message>
        <message>
            <source>fewer than %1</source>
            <translation>أقل من %1</translation>
        </message>
        <message>
            <source>First fix</source>
            <translation>أول موقع مسجَّل</translation>
        </message>
        <message>
            <source>Last fix</source>
            <translation>آخر موقع مسجَّل</translation>
        </message>
    </context>
    <context>
        <name>RecordPane</name>
        <message>
            <source>Previous at this spot</source>
            <translation>السابق في هذا الموضع</translation>
        </message>
        <message>
            <source>Next at this spot</source>
            <translation>التالي في هذا الموضع</translation>
        </message>
        <message>
            <source>Close (Esc)</source>
            <translation>إغلاق (Esc)</translation>
        </message>
    </context>
    <context>
        <name>RecordRow</name>
        <message>
            <source>Open in the browser</source>
            <translation>فتح في المتصفح</translation>
        </message>
    </context>
    <context>
        <name>RulerPane</name>
        <message>
            <source>%1: %2</source>
            <comment>what was measured, its value</comment>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>Click the first point, or press Space for the cross in the middle.</source>
            <translation>انقر النقطة الأولى، أو اضغط مفتاح المسافة للعلامة في المركز.</translation>
        </message>
        <message>
            <source>Length</source>
            <translation>الطول</translation>
        </message>
        <message>
            <source>Area</source>
            <translation>المساحة</translation>
        </message>
        <message>
            <source>Direction</source>
            <translation>الاتجاه</translation>
        </message>
        <message>
            <source>Leg %1, %2</source>
            <comment>number of a leg, its direction</comment>
            <translation>القطعة %1، %2</translation>
        </message>
        <message>
            <source>Close the shape: its area</source>
            <translation>إغلاق الشكل: مساحته</translation>
        </message>
        <message>
            <source>Remove the last point (Backspace)</source>
            <translation>حذف النقطة الأخيرة (Backspace)</translation>
        </message>
        <message>
            <source>End (Enter)</source>
            <translation>إنهاء (Enter)</translation>
        </message>
        <message>
            <source>Copy the result</source>
            <translation>نسخ النتيجة</translation>
        </message>
        <message>
            <source>Take the measurement off the map (Esc)</source>
            <translation>إزالة القياس عن الخريطة (Esc)</translation>
        </message>
    </context>
    <context>
        <name>Search</name>
        <message>
            <source>Country</source>
            <translation>دولة</translation>
        </message>
        <message>
            <source>Governorate or province</source>
            <translation>محافظة أو إقليم</translation>
        </message>
        <message>
            <source>Sea</source>
            <translation>بحر</translation>
        </message>
        <message>
            <source>Lake</source>
            <translation>بحيرة</translation>
        </message>
        <message>
            <source>River</source>
            <translation>نهر</translation>
        </message>
        <message>
            <source>Capital</source>
            <translation>عاصمة</translation>
        </message>
        <message>
            <source>Seat of a governorate</source>
            <translation>مركز محافظة</translation>
        </message>
        <message>
            <source>City or town</source>
            <translation>مدينة أو بلدة</translation>
        </message>
        <message>
            <source>Small town</source>
            <translation>بلدة صغيرة</translation>
        </message>
        <message>
            <source>Village</source>
            <translation>قرية</translation>
        </message>
        <message>
            <source>Coordinates, read as latitude, longitude</source>
            <translation>إحداثيات، قُرئت: خط العرض ثم خط الطول</translation>
        </message>
        <message>
            <source>Coordinates, read as longitude, latitude</source>
            <translation>إحداثيات، قُرئت: خط الطول ثم خط العرض</translation>
        </message>
        <message>
            <source>Coordinates, the letter read as a latitude band</source>
            <translation>إحداثيات، قُرئ الحرف نطاقَ عرض</translation>
        </message>
        <message>
            <source>Coordinates, the letter read as a hemisphere</source>
            <translation>إحداثيات، قُرئ الحرف نصفَ كرة</translation>
        </message>
        <message>
            <source>Coordinates</source>
            <translation>إحداثيات</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>kind of place, country</comment>
            <translation>%1، %2</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>kind of feature, layer</comment>
            <translation>%1، %2</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>field, its text</comment>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>%1  ·  %2</source>
            <comment>what and where, its text</comment>
            <translation>%1  ·  %2</translation>
        </message>
        <message>
            <source>%1, %2, %3</source>
            <comment>kind of place, governorate, country</comment>
            <translation>%1، %2، %3</translation>
        </message>
    </context>
    <context>
        <name>SearchField</name>
        <message>
            <source>Search places, features, coordinates</source>
            <translation>ابحث عن أماكن ومعالم وإحداثيات</translation>
        </message>
        <message>
            <source>Search (Ctrl+F)</source>
            <translation>بحث (Ctrl+F)</translation>
        </message>
        <message>
            <source>Clear the search</source>
            <translation>مسح البحث</translation>
        </message>
    </context>
    <context>
        <name>SearchResults</name>
        <message>
            <source>Found</source>
            <translation>النتائج</translation>
        </message>
        <message>
            <source>%1  ·  %2</source>
            <comment>name, its other name</comment>
            <translation>%1  ·  %2</translation>
        </message>
    </context>
    <context>
        <name>SettingsMenu</name>
        <message>
            <source>Open recent</source>
            <translation>فتح ملف حديث</translation>
        </message>
        <message>
            <source>Open the bundled story</source>
            <translation>فتح القصة المرفقة</translation>
        </message>
        <message>
            <source>Close all layers</source>
            <translation>إغلاق كل الطبقات</translation>
        </message>
        <message>
            <source>Light or dark as the system</source>
            <translation>فاتح أو داكن كما في النظام</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>فاتح</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>داكن</translation>
        </message>
        <message>
            <source>Open the story at start</source>
            <translation>فتح القصة عند البدء</translation>
        </message>
        <message>
            <source>About Masar</source>
            <translation>عن مسار</translation>
        </message>
        <message>
            <source>Basemap…</source>
            <translation>خريطة الأساس…</translation>
        </message>
        <message>
            <source>Meridians and parallels</source>
            <translation>خطوط الطول والعرض</translation>
        </message>
        <message>
            <source>%1 (gone)</source>
            <comment>a file</comment>
            <translation>%1 (لم يعد موجودًا)</translation>
        </message>
        <message>
            <source>Clear this list</source>
            <translation>مسح هذه القائمة</translation>
        </message>
        <message>
            <source>Open an address…</source>
            <translation>فتح عنوان…</translation>
        </message>
        <message>
            <source>Paste GeoJSON</source>
            <translation>لصق GeoJSON</translation>
        </message>
        <message>
            <source>Update when files change</source>
            <translation>التحديث كلما تغيّرت الملفات</translation>
        </message>
    </context>
    <context>
        <name>SideHandle</name>
        <message>
            <source>Between the version before and the version after</source>
            <translation>بين النسخة السابقة والنسخة اللاحقة</translation>
        </message>
        <message>
            <source>Before</source>
            <comment>the old version of a layer</comment>
            <translation>قبل</translation>
        </message>
        <message>
            <source>After</source>
            <comment>the new version of a layer</comment>
            <translation>بعد</translation>
        </message>
        <message>
            <source>Drag to see more of one version</source>
            <translation>اسحب لترى المزيد من إحدى النسختين</translation>
        </message>
    </context>
    <context>
        <name>SiteHistory</name>
        <message>
            <source>History</source>
            <translation>السجل الزمني</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>Another state is said to hold for certain at the same time.</source>
            <translation>يُقال إن حالة أخرى قائمة يقينًا في الوقت نفسه.</translation>
        </message>
    </context>
    <context>
        <name>SourcesDialog</name>
        <message>
            <source>Close</source>
            <translation>إغلاق</translation>
        </message>
    </context>
    <context>
        <name>StatusLine</name>
        <message>
            <source>Lists these features</source>
            <translation>يسرد هذه المعالم</translation>
        </message>
        <message>
            <source>List these features</source>
            <translation>سرد هذه المعالم</translation>
        </message>
    </context>
    <context>
        <name>TimeChoices</name>
        <message>
            <source>Date to go to</source>
            <translation>التاريخ المطلوب</translation>
        </message>
        <message>
            <source>Type a date and press Enter</source>
            <translation>اكتب تاريخًا واضغط Enter</translation>
        </message>
        <message>
            <source>The zone that dates are shown in</source>
            <translation>المنطقة الزمنية التي تُعرض بها التواريخ</translation>
        </message>
        <message>
            <source>Land on dates of the data when dragging</source>
            <translation>الوقوف على تواريخ البيانات عند السحب</translation>
        </message>
        <message>
            <source>Copy this moment as a command</source>
            <translation>نسخ هذه اللحظة أمرًا</translation>
        </message>
        <message>
            <source>What of time the map shows</source>
            <translation>ما تعرضه الخريطة من الزمن</translation>
        </message>
        <message>
            <source>Moment</source>
            <translation>لحظة</translation>
        </message>
        <message>
            <source>Range</source>
            <translation>مدة</translation>
        </message>
        <message>
            <source>Up to</source>
            <translation>حتى</translation>
        </message>
        <message>
            <source>From then on</source>
            <translation>ابتداءً من</translation>
        </message>
        <message>
            <source>Length of a step</source>
            <translation>طول الخطوة</translation>
        </message>
        <message>
            <source>Minute</source>
            <translation>دقيقة</translation>
        </message>
        <message>
            <source>Hour</source>
            <translation>ساعة</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>يوم</translation>
        </message>
        <message>
            <source>Week</source>
            <translation>أسبوع</translation>
        </message>
        <message>
            <source>Month</source>
            <translation>شهر</translation>
        </message>
        <message>
            <source>Year</source>
            <translation>سنة</translation>
        </message>
        <message>
            <source>Decade</source>
            <translation>عقد</translation>
        </message>
        <message>
            <source>Century</source>
            <translation>قرن</translation>
        </message>
        <message>
            <source>Date in the data</source>
            <translation>تاريخ في البيانات</translation>
        </message>
        <message>
            <source>Speed while playing</source>
            <translation>سرعة التشغيل</translation>
        </message>
        <message>
            <source>Which part of time the timeline shows</source>
            <translation>الجزء من الزمن الذي يعرضه الخط الزمني</translation>
        </message>
    </context>
    <context>
        <name>TimeControls</name>
        <message>
            <source>One step back (Ctrl+Right)</source>
            <translation>خطوة إلى الوراء (Ctrl+سهم أيمن)</translation>
        </message>
        <message>
            <source>One step back (Ctrl+Left)</source>
            <translation>خطوة إلى الوراء (Ctrl+سهم أيسر)</translation>
        </message>
        <message>
            <source>Pause (Space)</source>
            <translation>إيقاف مؤقت (المسافة)</translation>
        </message>
        <message>
            <source>Play backwards (Space)</source>
            <translation>تشغيل إلى الوراء (المسافة)</translation>
        </message>
        <message>
            <source>Play (Space)</source>
            <translation>تشغيل (المسافة)</translation>
        </message>
        <message>
            <source>One step forward (Ctrl+Left)</source>
            <translation>خطوة إلى الأمام (Ctrl+سهم أيسر)</translation>
        </message>
        <message>
            <source>One step forward (Ctrl+Right)</source>
            <translation>خطوة إلى الأمام (Ctrl+سهم أيمن)</translation>
        </message>
        <message>
            <source>Play backwards (R)</source>
            <translation>تشغيل إلى الوراء (R)</translation>
        </message>
        <message>
            <source>At the end, begin again</source>
            <translation>عند النهاية، البدء من جديد</translation>
        </message>
        <message>
            <source>At the end, turn round</source>
            <translation>عند النهاية، العودة عكسًا</translation>
        </message>
    </context>
    <context>
        <name>TimeHandles</name>
        <message>
            <source>Date on the map</source>
            <translation>التاريخ على الخريطة</translation>
        </message>
    </context>
    <context>
        <name>TimeText</name>
        <message>
            <source>%1 BC</source>
            <translation>%1 ق.م</translation>
        </message>
        <message>
            <source>%1 %2</source>
            <comment>day, short month</comment>
            <translation>%1 %2</translation>
        </message>
        <message>
            <source>%1 %2</source>
            <comment>weekday, day</comment>
            <translation>%1 %2</translation>
        </message>
        <message>
            <source>%1 %2</source>
            <comment>day, month and year</comment>
            <translation>%1 %2</translation>
        </message>
        <message>
            <source>%1 %2</source>
            <comment>month, year</comment>
            <translation>%1 %2</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>day, time</comment>
            <translation>%1، %2</translation>
        </message>
        <message>
            <source>on %1</source>
            <comment>a day and time</comment>
            <translation>في %1</translation>
        </message>
        <message>
            <source>between %1 and %2</source>
            <translation>بين %1 و%2</translation>
        </message>
        <message>
            <source>on %1</source>
            <comment>a day</comment>
            <translation>في %1</translation>
        </message>
        <message>
            <source>some day in %1</source>
            <comment>a year</comment>
            <translation>في يوم ما من عام %1</translation>
        </message>
        <message>
            <source>some day from %1 to %2</source>
            <comment>years</comment>
            <translation>في يوم ما بين عامي %1 و%2</translation>
        </message>
        <message>
            <source>some day in %1</source>
            <comment>a month</comment>
            <translation>في يوم ما من %1</translation>
        </message>
        <message>
            <source>some day between %1 and %2</source>
            <translation>في يوم ما بين %1 و%2</translation>
        </message>
        <message>
            <source>%1 (approximate and uncertain)</source>
            <translation>%1 (تقريبي وغير مؤكد)</translation>
        </message>
        <message>
            <source>%1 (uncertain)</source>
            <translation>%1 (غير مؤكد)</translation>
        </message>
        <message>
            <source>%1 (approximate)</source>
            <translation>%1 (تقريبي)</translation>
        </message>
        <message>
            <source>No beginning is stated</source>
            <translation>لم تُذكر بداية</translation>
        </message>
        <message>
            <source>Began by %1 at the latest</source>
            <translation>بدأ في %1 على أبعد تقدير</translation>
        </message>
        <message>
            <source>Began %1</source>
            <translation>بدأ %1</translation>
        </message>
        <message>
            <source>No end is stated</source>
            <translation>لم تُذكر نهاية</translation>
        </message>
        <message>
            <source>Lasted until %1 at least</source>
            <translation>استمر حتى %1 على الأقل</translation>
        </message>
        <message>
            <source>Ended %1</source>
            <translation>انتهى %1</translation>
        </message>
        <message>
            <source>%1 – %2</source>
            <comment>first and last moment</comment>
            <translation>%1 – %2</translation>
        </message>
        <message>
            <source>%1 – %2</source>
            <comment>first and last year</comment>
            <translation>%1 – %2</translation>
        </message>
        <message>
            <source>%1 – %2</source>
            <comment>first and last day</comment>
            <translation>%1 – %2</translation>
        </message>
    </context>
    <context>
        <name>TopBar</name>
        <message>
            <source>Hide layers and legend (F9)</source>
            <translation>إخفاء الطبقات والمفتاح (F9)</translation>
        </message>
        <message>
            <source>Show layers and legend (F9)</source>
            <translation>إظهار الطبقات والمفتاح (F9)</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>فتح</translation>
        </message>
        <message>
            <source>Open files (Ctrl+O)</source>
            <translation>فتح ملفات (Ctrl+O)</translation>
        </message>
        <message>
            <source>Snapshot</source>
            <translation>لقطة</translation>
        </message>
        <message>
            <source>Save the map as a picture (Ctrl+S)</source>
            <translation>حفظ الخريطة صورةً (Ctrl+S)</translation>
        </message>
        <message>
            <source>Fit</source>
            <translation>ملاءمة</translation>
        </message>
        <message>
            <source>Show everything (Home)</source>
            <translation>عرض كل شيء (Home)</translation>
        </message>
        <message>
            <source>Settings and more</source>
            <translation>الإعدادات وغيرها</translation>
        </message>
    </context>
    <context>
        <name>UndatedTray</name>
        <message>
            <source>Features without a date have no place on the timeline: list them</source>
            <translation>المعالم التي بلا تاريخ لا موضع لها على الخط الزمني: اعرض قائمتها</translation>
        </message>
        <message>
            <source>Undated features are on the map at every date: hide them</source>
            <translation>المعالم غير المؤرخة ظاهرة على الخريطة في كل تاريخ: أخفها</translation>
        </message>
        <message>
            <source>Undated features are not on the map: show them</source>
            <translation>المعالم غير المؤرخة غير ظاهرة على الخريطة: أظهرها</translation>
        </message>
    </context>
    <context>
        <name>UnitsMenu</name>
        <message>
            <source>Units</source>
            <translation>الوحدات</translation>
        </message>
        <message>
            <source>Metres and kilometres</source>
            <translation>أمتار وكيلومترات</translation>
        </message>
        <message>
            <source>Feet and miles</source>
            <translation>أقدام وأميال</translation>
        </message>
        <message>
            <source>Nautical miles</source>
            <translation>أميال بحرية</translation>
        </message>
    </context>
    <context>
        <name>VersionsDialog</name>
        <message>
            <source>Versions of %1</source>
            <translation>نسخ %1</translation>
        </message>
        <message>
            <source>What its file has held since Masar was started. Choose two versions to compare.</source>
            <translation>ما احتواه ملفها منذ تشغيل مسار. اختر نسختين للمقارنة.</translation>
        </message>
        <message>
            <source>Versions</source>
            <translation>النسخ</translation>
        </message>
        <message>
            <source>%1, on the map</source>
            <comment>a time of day</comment>
            <translation>%1، على الخريطة</translation>
        </message>
        <message>
            <source>%1 · SHA-256 %2…</source>
            <comment>features, the beginning of a hash</comment>
            <translation>%1 · بصمة SHA-256 ‏%2…</translation>
        </message>
        <message>
            <source>%1 · no longer in memory</source>
            <translation>%1 · لم تعد في الذاكرة</translation>
        </message>
        <message>
            <source>Before</source>
            <translation>قبل</translation>
        </message>
        <message>
            <source>Compare from this version</source>
            <translation>المقارنة من هذه النسخة</translation>
        </message>
        <message>
            <source>After</source>
            <translation>بعد</translation>
        </message>
        <message>
            <source>Compare with this version</source>
            <translation>المقارنة بهذه النسخة</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>إغلاق</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>مقارنة</translation>
        </message>
        <message>
            <source>List and mark what is different</source>
            <translation>سرد الاختلافات وتعليمها</translation>
        </message>
    </context>
    <context>
        <name>ZoneMenu</name>
        <message>
            <source>As the data</source>
            <translation>كما في البيانات</translation>
        </message>
        <message>
            <source>Another zone: Asia/Kolkata, +03:00</source>
            <translation>منطقة أخرى: Asia/Kolkata أو +03:00</translation>
        </message>
        <message>
            <source>Another zone</source>
            <translation>منطقة أخرى</translation>
        </message>
    </context>
    <context>
        <name>masar::app::Basemaps</name>
        <message>
            <source>Only files on this computer can be opened</source>
            <translation>لا تُفتح إلا ملفات هذا الحاسوب</translation>
        </message>
        <message>
            <source>The basemap could not be opened</source>
            <translation>تعذر فتح خريطة الأساس</translation>
        </message>
        <message>
            <source>Part of the basemap is missing</source>
            <translation>جزء من خريطة الأساس ناقص</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>a server, what is wrong with it</comment>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>Bundled map</source>
            <translation>الخريطة المرفقة</translation>
        </message>
        <message>
            <source>No basemap</source>
            <translation>بلا خريطة أساس</translation>
        </message>
        <message>
            <source>Not found on this computer</source>
            <translation>ليست على هذا الحاسوب</translation>
        </message>
        <message>
            <source>Works without a network</source>
            <translation>تعمل بلا شبكة</translation>
        </message>
        <message>
            <source>A plain ground with the data alone</source>
            <translation>أرضية خالية عليها البيانات وحدها</translation>
        </message>
        <message>
            <source>Online, from %1</source>
            <translation>من الشبكة، من %1</translation>
        </message>
        <message>
            <source>%1 × %2 pixels</source>
            <translation>%1 × %2 بكسل</translation>
        </message>
        <message>
            <source>values %1 to %2 shown dark to light</source>
            <translation>القيم من %1 إلى %2 من الداكن إلى الفاتح</translation>
        </message>
        <message>
            <source>, </source>
            <translation>، </translation>
        </message>
    </context>
    <context>
        <name>masar::app::ChangesModel</name>
        <message>
            <source>%1 added</source>
            <comment>features, their count</comment>
            <translation>%1 مضافة</translation>
        </message>
        <message>
            <source>%1 removed</source>
            <comment>features, their count</comment>
            <translation>%1 محذوفة</translation>
        </message>
        <message>
            <source>%1 moved</source>
            <comment>features, their count</comment>
            <translation>%1 منقولة</translation>
        </message>
        <message>
            <source>%1 re-dated</source>
            <comment>features, their count</comment>
            <translation>%1 تغيّر تاريخها</translation>
        </message>
        <message>
            <source>%1 re-worded</source>
            <comment>features, their count</comment>
            <translation>%1 تغيّر نصها</translation>
        </message>
        <message>
            <source>%1 unclear</source>
            <comment>features that cannot be matched, their count</comment>
            <translation>%1 غير واضحة</translation>
        </message>
        <message>
            <source>, </source>
            <comment>between parts of a list</comment>
            <translation>، </translation>
        </message>
        <message>
            <source>Nothing changed.</source>
            <translation>لم يتغير شيء.</translation>
        </message>
        <message numerus="yes">
            <source>%Ln change(s).</source>
            <translation>
                <numerusform>لا تغييرات.</numerusform>
                <numerusform>تغيير واحد.</numerusform>
                <numerusform>تغييران.</numerusform>
                <numerusform>%Ln تغييرات.</numerusform>
                <numerusform>%Ln تغييرًا.</numerusform>
                <numerusform>%Ln تغيير.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln feature(s) are as before.</source>
            <translation>
                <numerusform>لا معلم كما كان.</numerusform>
                <numerusform>معلم واحد كما كان.</numerusform>
                <numerusform>معلمان كما كانا.</numerusform>
                <numerusform>%Ln معالم كما كانت.</numerusform>
                <numerusform>%Ln معلمًا كما كانت.</numerusform>
                <numerusform>%Ln معلم كما كانت.</numerusform>
            </translation>
        </message>
        <message>
            <source>Features are matched by place and dates: what moved counts as removed and added.</source>
            <translation>تُطابَق المعالم بالمكان والتاريخ: ما انتقل يُعدّ محذوفًا ومضافًا.</translation>
        </message>
        <message>
            <source>Features are matched by “%1”.</source>
            <translation>تُطابَق المعالم بالحقل «%1».</translation>
        </message>
        <message>
            <source>Found automatically</source>
            <comment>the field that features are matched by</comment>
            <translation>يُعثر عليه آليًا</translation>
        </message>
        <message>
            <source>All %1</source>
            <comment>changes, their count</comment>
            <translation>الكل %1</translation>
        </message>
        <message>
            <source>Added %1</source>
            <comment>features, their count</comment>
            <translation>مضافة %1</translation>
        </message>
        <message>
            <source>Removed %1</source>
            <comment>features, their count</comment>
            <translation>محذوفة %1</translation>
        </message>
        <message>
            <source>Moved %1</source>
            <comment>features, their count</comment>
            <translation>منقولة %1</translation>
        </message>
        <message>
            <source>Re-dated %1</source>
            <comment>features, their count</comment>
            <translation>تغيّر تاريخها %1</translation>
        </message>
        <message>
            <source>Re-worded %1</source>
            <comment>features, their count</comment>
            <translation>تغيّر نصها %1</translation>
        </message>
        <message>
            <source>Unclear %1</source>
            <comment>features that cannot be matched, their count</comment>
            <translation>غير واضحة %1</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <comment>the change looked at, of all listed</comment>
            <translation>%1 من %2</translation>
        </message>
        <message>
            <source>Added</source>
            <translation>أُضيف</translation>
        </message>
        <message>
            <source>Removed</source>
            <translation>حُذف</translation>
        </message>
        <message>
            <source>Unclear which feature it was</source>
            <comment>of a feature in the new file</comment>
            <translation>غير واضح أيَّ معلم كان</translation>
        </message>
        <message>
            <source>Unclear which feature it became</source>
            <comment>of a feature in the old file</comment>
            <translation>غير واضح أيَّ معلم صار</translation>
        </message>
        <message>
            <source>Lost its place</source>
            <translation>فقد مكانه</translation>
        </message>
        <message>
            <source>Has a place now</source>
            <translation>صار له مكان</translation>
        </message>
        <message>
            <source>Another shape</source>
            <translation>شكل آخر</translation>
        </message>
        <message>
            <source>Moved by %1</source>
            <comment>a length</comment>
            <translation>انتقل مسافة %1</translation>
        </message>
        <message>
            <source>Re-dated</source>
            <translation>تغيّر تاريخه</translation>
        </message>
        <message>
            <source>Re-worded</source>
            <translation>تغيّر نصه</translation>
        </message>
        <message>
            <source>Place (the middle of it)</source>
            <translation>المكان (وسطه)</translation>
        </message>
    </context>
    <context>
        <name>masar::app::Clock</name>
        <message>
            <source>%1 (%2)</source>
            <comment>date, zone</comment>
            <translation>%1 (%2)</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>day, time</comment>
            <translation>%1، %2</translation>
        </message>
        <message numerus="yes">
            <source>%Ln minute(s) / s</source>
            <translation>
                <numerusform>%Ln دقيقة/ث</numerusform>
                <numerusform>دقيقة/ث</numerusform>
                <numerusform>دقيقتان/ث</numerusform>
                <numerusform>%Ln دقائق/ث</numerusform>
                <numerusform>%Ln دقيقة/ث</numerusform>
                <numerusform>%Ln دقيقة/ث</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln hour(s) / s</source>
            <translation>
                <numerusform>%Ln ساعة/ث</numerusform>
                <numerusform>ساعة/ث</numerusform>
                <numerusform>ساعتان/ث</numerusform>
                <numerusform>%Ln ساعات/ث</numerusform>
                <numerusform>%Ln ساعة/ث</numerusform>
                <numerusform>%Ln ساعة/ث</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln day(s) / s</source>
            <translation>
                <numerusform>%Ln يوم/ث</numerusform>
                <numerusform>يوم/ث</numerusform>
                <numerusform>يومان/ث</numerusform>
                <numerusform>%Ln أيام/ث</numerusform>
                <numerusform>%Ln يومًا/ث</numerusform>
                <numerusform>%Ln يوم/ث</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln week(s) / s</source>
            <translation>
                <numerusform>%Ln أسبوع/ث</numerusform>
                <numerusform>أسبوع/ث</numerusform>
                <numerusform>أسبوعان/ث</numerusform>
                <numerusform>%Ln أسابيع/ث</numerusform>
                <numerusform>%Ln أسبوعًا/ث</numerusform>
                <numerusform>%Ln أسبوع/ث</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln month(s) / s</source>
            <translation>
                <numerusform>%Ln شهر/ث</numerusform>
                <numerusform>شهر/ث</numerusform>
                <numerusform>شهران/ث</numerusform>
                <numerusform>%Ln أشهر/ث</numerusform>
                <numerusform>%Ln شهرًا/ث</numerusform>
                <numerusform>%Ln شهر/ث</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln year(s) / s</source>
            <translation>
                <numerusform>%Ln سنة/ث</numerusform>
                <numerusform>سنة/ث</numerusform>
                <numerusform>سنتان/ث</numerusform>
                <numerusform>%Ln سنوات/ث</numerusform>
                <numerusform>%Ln سنة/ث</numerusform>
                <numerusform>%Ln سنة/ث</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln decade(s) / s</source>
            <translation>
                <numerusform>%Ln عقد/ث</numerusform>
                <numerusform>عقد/ث</numerusform>
                <numerusform>عقدان/ث</numerusform>
                <numerusform>%Ln عقود/ث</numerusform>
                <numerusform>%Ln عقدًا/ث</numerusform>
                <numerusform>%Ln عقد/ث</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln centuries / s</source>
            <translation>
                <numerusform>%Ln قرن/ث</numerusform>
                <numerusform>قرن/ث</numerusform>
                <numerusform>قرنان/ث</numerusform>
                <numerusform>%Ln قرون/ث</numerusform>
                <numerusform>%Ln قرنًا/ث</numerusform>
                <numerusform>%Ln قرن/ث</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln date(s) / s</source>
            <translation>
                <numerusform>%Ln تاريخ/ث</numerusform>
                <numerusform>تاريخ/ث</numerusform>
                <numerusform>تاريخان/ث</numerusform>
                <numerusform>%Ln تواريخ/ث</numerusform>
                <numerusform>%Ln تاريخًا/ث</numerusform>
                <numerusform>%Ln تاريخ/ث</numerusform>
            </translation>
        </message>
        <message>
            <source>Not a date: %1. Type 2026-02-21, 2025-06 or 2025.</source>
            <translation>ليس تاريخًا: %1. اكتب 2026-02-21 أو 2025-06 أو 2025.</translation>
        </message>
        <message>
            <source>This names no moment to go to.</source>
            <translation>لا يدل هذا على لحظة يُنتقل إليها.</translation>
        </message>
        <message>
            <source>Outside the data, which goes from %1 to %2.</source>
            <translation>خارج البيانات، وهي من %1 إلى %2.</translation>
        </message>
        <message>
            <source>Until %1</source>
            <translation>حتى %1</translation>
        </message>
        <message>
            <source>From %1 on</source>
            <translation>ابتداءً من %1</translation>
        </message>
    </context>
    <context>
        <name>masar::app::FeatureListModel</name>
        <message>
            <source>and %1 more</source>
            <translation>و%1 غيرها</translation>
        </message>
    </context>
    <context>
        <name>masar::app::FileReading</name>
        <message>
            <source>The file could not be read this way</source>
            <translation>تعذرت قراءة الملف بهذه الطريقة</translation>
        </message>
        <message>
            <source>It does not say which coordinate reference system its numbers are in.</source>
            <translation>لا يذكر الملف النظام المرجعي للإحداثيات الذي كُتبت به أرقامه.</translation>
        </message>
        <message>
            <source>It does not say which columns its places are in.</source>
            <translation>لا يذكر الملف الأعمدة التي فيها أماكنه.</translation>
        </message>
        <message>
            <source>Nothing in it tells whether the day or the month comes first in its dates: each is taken for either.</source>
            <translation>لا شيء فيه يدل على أن اليوم أو الشهر يأتي أولًا في تواريخه: يُؤخذ كل تاريخ على الوجهين.</translation>
        </message>
        <message numerus="yes">
            <source>%Ln feature(s)</source>
            <translation>
                <numerusform>لا معالم</numerusform>
                <numerusform>معلم واحد</numerusform>
                <numerusform>معلمان</numerusform>
                <numerusform>%Ln معالم</numerusform>
                <numerusform>%Ln معلمًا</numerusform>
                <numerusform>%Ln معلم</numerusform>
            </translation>
        </message>
        <message>
            <source>Not read</source>
            <translation>لا تُقرأ</translation>
        </message>
        <message>
            <source>None</source>
            <comment>no field</comment>
            <translation>لا شيء</translation>
        </message>
        <message>
            <source>%1 · %2, as you chose</source>
            <comment>a reference system: code, name</comment>
            <translation>%1 · %2، كما اخترت</translation>
        </message>
        <message>
            <source>%1, as you chose</source>
            <comment>a reference system</comment>
            <translation>%1، كما اخترت</translation>
        </message>
        <message>
            <source>Not stated: the numbers are taken for degrees on WGS 84</source>
            <translation>غير مذكور: تُؤخذ الأرقام درجاتٍ على WGS 84</translation>
        </message>
        <message>
            <source>%1, as the file states</source>
            <comment>a reference system</comment>
            <translation>%1، كما يذكر الملف</translation>
        </message>
        <message>
            <source>Degrees on WGS 84, as the format has it</source>
            <translation>درجات على WGS 84، كما تقضي الصيغة</translation>
        </message>
        <message>
            <source>No dates</source>
            <translation>بلا تواريخ</translation>
        </message>
        <message>
            <source>A begin and an end</source>
            <translation>بداية ونهاية</translation>
        </message>
        <message>
            <source>One date</source>
            <translation>تاريخ واحد</translation>
        </message>
        <message>
            <source>A begin: from then on</source>
            <translation>بداية: منها فصاعدًا</translation>
        </message>
        <message>
            <source>An end: until then</source>
            <translation>نهاية: حتى ذلك الحين</translation>
        </message>
        <message>
            <source>One date and how precise it is</source>
            <translation>تاريخ واحد ومدى دقته</translation>
        </message>
        <message>
            <source>Not a date: it shows as undated</source>
            <translation>ليس تاريخًا: يظهر غير مؤرخ</translation>
        </message>
        <message>
            <source>%1 features: %2 on the map, %3 without a place, %4 unreadable; %5 without a date</source>
            <translation>المعالم %1: على الخريطة %2، بلا مكان %3، تعذرت قراءتها %4؛ بلا تاريخ %5</translation>
        </message>
        <message>
            <source>%1 (and %2 more like it)</source>
            <comment>what was noticed first, how many others</comment>
            <translation>%1 (و%2 أخرى مثله)</translation>
        </message>
    </context>
    <context>
        <name>masar::app::Incoming</name>
        <message>
            <source>The server stopped answering.</source>
            <translation>توقف الخادم عن الرد.</translation>
        </message>
        <message>
            <source>Nothing to paste</source>
            <translation>لا شيء للصق</translation>
        </message>
        <message>
            <source>The text is too long: save it as a file and open that.</source>
            <translation>النص أطول مما ينبغي: احفظه في ملف وافتح الملف.</translation>
        </message>
        <message>
            <source>The clipboard holds no GeoJSON. Copy the whole of it, from the first brace to the last, or the address of a file.</source>
            <translation>ليس في الحافظة GeoJSON. انسخه كله، من أول قوس إلى آخره، أو انسخ عنوان ملف.</translation>
        </message>
        <message>
            <source>Pasted</source>
            <comment>a layer's name</comment>
            <translation>ملصق</translation>
        </message>
        <message>
            <source>The text could not be kept</source>
            <translation>تعذر حفظ النص</translation>
        </message>
        <message>
            <source>This is no address of a file: it begins with https:// or http://, without a name and password.</source>
            <translation>ليس هذا عنوان ملف: يبدأ العنوان بـ https:// أو http://، بلا اسم مستخدم وكلمة مرور.</translation>
        </message>
        <message>
            <source>There is more than %1: fetch the file with a browser and open it then.</source>
            <translation>حجمه أكثر من %1: نزّل الملف بمتصفح ثم افتحه.</translation>
        </message>
        <message>
            <source>The server answers %1 %2.</source>
            <comment>an HTTP status and its name</comment>
            <translation>ردّ الخادم: %1 %2.</translation>
        </message>
        <message>
            <source>The server sent nothing.</source>
            <translation>لم يرسل الخادم شيئًا.</translation>
        </message>
        <message>
            <source>Cancelled.</source>
            <translation>أُلغي.</translation>
        </message>
        <message>
            <source>%1 of %2 from %3</source>
            <translation>وصل %1 من %2، من الخادم %3</translation>
        </message>
        <message>
            <source>%1 from %2</source>
            <translation>وصل %1 من الخادم %2</translation>
        </message>
    </context>
    <context>
        <name>masar::app::LayerListModel</name>
        <message>
            <source>Reading…</source>
            <translation>جارٍ القراءة…</translation>
        </message>
        <message>
            <source>, </source>
            <comment>between parts of a list</comment>
            <translation>، </translation>
        </message>
        <message numerus="yes">
            <source>%Ln feature(s)</source>
            <translation>
                <numerusform>لا معالم</numerusform>
                <numerusform>معلم واحد</numerusform>
                <numerusform>معلمان</numerusform>
                <numerusform>%Ln معالم</numerusform>
                <numerusform>%Ln معلمًا</numerusform>
                <numerusform>%Ln معلم</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln rejected</source>
            <translation>
                <numerusform>لا مرفوض</numerusform>
                <numerusform>واحد مرفوض</numerusform>
                <numerusform>اثنان مرفوضان</numerusform>
                <numerusform>%Ln مرفوضة</numerusform>
                <numerusform>%Ln مرفوضًا</numerusform>
                <numerusform>%Ln مرفوض</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln without place</source>
            <translation>
                <numerusform>لا شيء بلا مكان</numerusform>
                <numerusform>واحد بلا مكان</numerusform>
                <numerusform>اثنان بلا مكان</numerusform>
                <numerusform>%Ln بلا مكان</numerusform>
                <numerusform>%Ln بلا مكان</numerusform>
                <numerusform>%Ln بلا مكان</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 by %2</source>
            <comment>points by the field that groups them</comment>
            <translation>%1 بحسب %2</translation>
        </message>
        <message numerus="yes">
            <source>%Ln fix(es)</source>
            <translation>
                <numerusform>لا مواقع</numerusform>
                <numerusform>موقع واحد</numerusform>
                <numerusform>موقعان</numerusform>
                <numerusform>%Ln مواقع</numerusform>
                <numerusform>%Ln موقعًا</numerusform>
                <numerusform>%Ln موقع</numerusform>
            </translation>
        </message>
        <message>
            <source>reference system not known</source>
            <translation>النظام المرجعي غير معروف</translation>
        </message>
        <message>
            <source>day or month first not known</source>
            <translation>لا يُعرف أيأتي اليوم أولًا أم الشهر</translation>
        </message>
    </context>
    <context>
        <name>masar::app::LayerUpdates</name>
        <message>
            <source>The versions could not be compared</source>
            <translation>تعذرت مقارنة النسختين</translation>
        </message>
        <message>
            <source>There is no file with something in it any more.</source>
            <translation>لم يعد هناك ملف فيه شيء.</translation>
        </message>
        <message>
            <source>Update its layers and see what changed, or open it once more?</source>
            <translation>أتُحدَّث طبقاته وتُرى تغييراته، أم يُفتح مرة أخرى؟</translation>
        </message>
        <message>
            <source>The map shows another file of this name. Update its layers and see what changed, or open this one beside them?</source>
            <translation>على الخريطة ملف آخر بهذا الاسم. أتُحدَّث طبقاته وتُرى تغييراته، أم يُفتح هذا إلى جانبها؟</translation>
        </message>
        <message>
            <source>“%1” is open already</source>
            <translation>«%1» مفتوح من قبل</translation>
        </message>
        <message>
            <source>Update</source>
            <translation>تحديث</translation>
        </message>
        <message>
            <source>Open beside</source>
            <translation>فتح إلى جانبها</translation>
        </message>
        <message>
            <source>Not readable since %1</source>
            <comment>a file, a time of day</comment>
            <translation>تتعذر قراءته منذ %1</translation>
        </message>
        <message>
            <source>Newer on disk: %1</source>
            <comment>a file, the counts of its changes</comment>
            <translation>على القرص أحدث: %1</translation>
        </message>
        <message>
            <source>The layer could not be updated</source>
            <translation>تعذر تحديث الطبقة</translation>
        </message>
        <message>
            <source>It has none of the layers on the map.</source>
            <translation>ليس فيه أي من الطبقات التي على الخريطة.</translation>
        </message>
        <message>
            <source>%1 has no layer of its name.</source>
            <translation>ليس في %1 طبقة باسمها.</translation>
        </message>
        <message>
            <source>“%1” was updated</source>
            <translation>حُدِّثت «%1»</translation>
        </message>
        <message>
            <source>Show changes</source>
            <translation>عرض التغييرات</translation>
        </message>
        <message>
            <source>“%1” changed on disk</source>
            <translation>تغيّر «%1» على القرص</translation>
        </message>
        <message>
            <source>Always update</source>
            <translation>التحديث دائمًا</translation>
        </message>
        <message>
            <source>a new layer, %1</source>
            <translation>طبقة جديدة، %1</translation>
        </message>
        <message>
            <source>no layer %1 any more, it stays as it was</source>
            <translation>لم تعد فيه الطبقة %1، فتبقى كما كانت</translation>
        </message>
        <message>
            <source>, </source>
            <comment>between parts of a list</comment>
            <translation>، </translation>
        </message>
        <message>
            <source>Nothing changed</source>
            <translation>لم يتغير شيء</translation>
        </message>
        <message>
            <source>All features are as they were in %1.</source>
            <translation>كل المعالم كما كانت في %1.</translation>
        </message>
        <message>
            <source>%1 (before)</source>
            <comment>the old version of a layer</comment>
            <translation>%1 (من قبل)</translation>
        </message>
    </context>
    <context>
        <name>masar::app::LayerVersions</name>
        <message numerus="yes">
            <source>%Ln feature(s)</source>
            <translation>
                <numerusform>لا معالم</numerusform>
                <numerusform>معلم واحد</numerusform>
                <numerusform>معلمان</numerusform>
                <numerusform>%Ln معالم</numerusform>
                <numerusform>%Ln معلمًا</numerusform>
                <numerusform>%Ln معلم</numerusform>
            </translation>
        </message>
        <message>
            <source>The first version seen</source>
            <translation>أول نسخة شوهدت</translation>
        </message>
        <message>
            <source>The same features, written otherwise</source>
            <translation>المعالم نفسها مكتوبة بطريقة أخرى</translation>
        </message>
    </context>
    <context>
        <name>masar::app::LegendModel</name>
        <message>
            <source>%1 possible</source>
            <translation>%1 محتمل</translation>
        </message>
        <message>
            <source>%1 + %2 possible</source>
            <translation>%1 + %2 محتمل</translation>
        </message>
    </context>
    <context>
        <name>masar::app::RecordModel</name>
        <message>
            <source>%1 of %2</source>
            <comment>which of how many</comment>
            <translation>%1 من %2</translation>
        </message>
    </context>
    <context>
        <name>masar::app::RulerModel</name>
        <message>
            <source>%1°</source>
            <comment>a direction</comment>
            <translation>%1°</translation>
        </message>
        <message>
            <source>Length: %1</source>
            <translation>الطول: %1</translation>
        </message>
        <message>
            <source>Area: %1</source>
            <translation>المساحة: %1</translation>
        </message>
    </context>
    <context>
        <name>masar::app::SearchModel</name>
        <message>
            <source>Type a name in any of its languages, or coordinates.</source>
            <translation>اكتب اسمًا بأي من لغاته، أو إحداثيات.</translation>
        </message>
        <message>
            <source>Searching…</source>
            <translation>جارٍ البحث…</translation>
        </message>
        <message>
            <source>Nothing by this name on the map or in the open layers.</source>
            <translation>لا شيء بهذا الاسم على الخريطة ولا في الطبقات المفتوحة.</translation>
        </message>
        <message>
            <source>There is more: type on to narrow it down.</source>
            <translation>هناك المزيد: تابع الكتابة للتضييق.</translation>
        </message>
        <message>
            <source>without a place</source>
            <translation>بلا مكان</translation>
        </message>
        <message>
            <source>not at this date</source>
            <translation>ليس في هذا التاريخ</translation>
        </message>
        <message>
            <source>No such coordinates: a latitude goes to 90 degrees, a longitude to 180.</source>
            <translation>لا وجود لهذه الإحداثيات: خط العرض حتى 90 درجة وخط الطول حتى 180.</translation>
        </message>
        <message>
            <source>No such coordinates: minutes and seconds are less than 60, and only the last number has a fraction.</source>
            <translation>لا وجود لهذه الإحداثيات: الدقائق والثواني أقل من 60، والكسر في العدد الأخير وحده.</translation>
        </message>
        <message>
            <source>One number or two? Put a space between latitude and longitude.</source>
            <translation>عدد أم عددان؟ ضع فراغًا بين خط العرض وخط الطول.</translation>
        </message>
        <message>
            <source>Which numbers belong together? Put a comma between latitude and longitude.</source>
            <translation>أي الأعداد معًا؟ ضع فاصلة بين خط العرض وخط الطول.</translation>
        </message>
        <message>
            <source>No such coordinates: one must be north or south, the other east or west.</source>
            <translation>لا وجود لهذه الإحداثيات: أحدهما شمال أو جنوب والآخر شرق أو غرب.</translation>
        </message>
        <message>
            <source>Write either a minus sign or the letter of the direction, not both.</source>
            <translation>اكتب علامة الناقص أو حرف الجهة، لا كليهما.</translation>
        </message>
        <message>
            <source>These look like UTM coordinates. Put their zone before them, as in 37S.</source>
            <translation>تبدو هذه إحداثيات UTM. ضع نطاقها قبلها، مثل 37S.</translation>
        </message>
        <message>
            <source>No such coordinates: they lie outside the zone or the square that is named.</source>
            <translation>لا وجود لهذه الإحداثيات: تقع خارج النطاق أو المربع المسمى.</translation>
        </message>
        <message>
            <source>Easting and northing must have the same number of digits.</source>
            <translation>يجب أن يتساوى عدد أرقام الإحداثي الشرقي والشمالي.</translation>
        </message>
        <message>
            <source>Nothing by this name yet: files are still being read.</source>
            <translation>لا شيء بهذا الاسم بعد: ما زالت ملفات تُقرأ.</translation>
        </message>
    </context>
    <context>
        <name>masar::app::Session</name>
        <message>
            <source>The bundled data could not be read</source>
            <translation>تعذرت قراءة البيانات المرفقة</translation>
        </message>
        <message>
            <source>The bundled story was not found</source>
            <translation>لم يُعثر على القصة المرفقة</translation>
        </message>
        <message>
            <source>Masar looks for it in share/masar beside the program, and where MASAR_DATA_DIR says.</source>
            <translation>يبحث عنها مسار في share/masar بجانب البرنامج، وحيث يدل المتغير MASAR_DATA_DIR.</translation>
        </message>
        <message>
            <source>Only files on this computer can be opened</source>
            <translation>لا تُفتح إلا ملفات هذا الحاسوب</translation>
        </message>
        <message>
            <source>A file could not be opened</source>
            <translation>تعذر فتح ملف</translation>
        </message>
        <message>
            <source>The first: %1 (%2)</source>
            <comment>what, where</comment>
            <translation>أولها: %1 (%2)</translation>
        </message>
        <message>
            <source>feature %1</source>
            <translation>المعلم %1</translation>
        </message>
        <message>
            <source>No field with dates was found: its features show at every date.</source>
            <translation>لم يُعثر على حقل فيه تواريخ: تظهر معالمها في كل تاريخ.</translation>
        </message>
        <message>
            <source>The snapshot was not saved</source>
            <translation>لم تُحفظ اللقطة</translation>
        </message>
        <message>
            <source>Snapshot saved</source>
            <translation>حُفظت اللقطة</translation>
        </message>
        <message>
            <source>Snapshot saved, with gaps in its basemap</source>
            <translation>حُفظت اللقطة، وفي خريطة أساسها فراغات</translation>
        </message>
        <message numerus="yes">
            <source>%Ln tile(s) could not be had: hatching marks where.</source>
            <translation>
                <numerusform>لا بلاطات ناقصة.</numerusform>
                <numerusform>تعذر الحصول على بلاطة واحدة: موضعها مظلّل بخطوط.</numerusform>
                <numerusform>تعذر الحصول على بلاطتين: موضعاهما مظلّلان بخطوط.</numerusform>
                <numerusform>تعذر الحصول على %Ln بلاطات: مواضعها مظلّلة بخطوط.</numerusform>
                <numerusform>تعذر الحصول على %Ln بلاطةً: مواضعها مظلّلة بخطوط.</numerusform>
                <numerusform>تعذر الحصول على %Ln بلاطة: مواضعها مظلّلة بخطوط.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln of its features could not be used.</source>
            <translation>
                <numerusform>كل معالمها صالحة.</numerusform>
                <numerusform>تعذر استعمال معلم واحد منها.</numerusform>
                <numerusform>تعذر استعمال معلمين منها.</numerusform>
                <numerusform>تعذر استعمال %Ln معالم منها.</numerusform>
                <numerusform>تعذر استعمال %Ln معلمًا منها.</numerusform>
                <numerusform>تعذر استعمال %Ln معلم منها.</numerusform>
            </translation>
        </message>
        <message>
            <source>The bundled map was not found</source>
            <translation>لم يُعثر على الخريطة المرفقة</translation>
        </message>
        <message>
            <source>The ground stays plain. Masar looks for basemap/basemap.gpkg in share/masar beside the program, and where MASAR_DATA_DIR says.</source>
            <translation>تبقى الأرضية خالية. يبحث مسار عن basemap/basemap.gpkg في share/masar بجانب البرنامج، وحيث يدل المتغير MASAR_DATA_DIR.</translation>
        </message>
        <message>
            <source>It has no place on the map.</source>
            <translation>لا مكان له على الخريطة.</translation>
        </message>
        <message>
            <source>Its layer is hidden.</source>
            <translation>طبقته مخفية.</translation>
        </message>
        <message>
            <source>Show the layer</source>
            <translation>إظهار الطبقة</translation>
        </message>
        <message>
            <source>Not on the map at this date.</source>
            <translation>ليس على الخريطة في هذا التاريخ.</translation>
        </message>
        <message>
            <source>Go to %1</source>
            <translation>الانتقال إلى %1</translation>
        </message>
        <message>
            <source>The command for this picture is on the clipboard</source>
            <translation>أمر هذه الصورة في الحافظة</translation>
        </message>
        <message>
            <source>Middle: %1</source>
            <comment>of the map, its coordinates</comment>
            <translation>المركز: %1</translation>
        </message>
        <message>
            <source>Coordinates copied</source>
            <translation>نُسخت الإحداثيات</translation>
        </message>
        <message>
            <source>Measurement copied</source>
            <translation>نُسخ القياس</translation>
        </message>
        <message>
            <source>No tracks could be made</source>
            <translation>تعذر رسم مسارات</translation>
        </message>
        <message>
            <source>Not every fix is part of a movement. The first: %1</source>
            <translation>ليس كل موقع مسجَّل جزءًا من حركة. أولها: %1</translation>
        </message>
        <message>
            <source>%1 has no dated points with a field “%2” whose values repeat.</source>
            <translation>لا توجد في %1 نقاط مؤرخة لها حقل «%2» تتكرر قيمه.</translation>
        </message>
    </context>
    <context>
        <name>masar::app::SnapshotTaker</name>
        <message numerus="yes">
            <source>%Ln tile(s) of the basemap did not come in time</source>
            <translation>
                <numerusform>لم تتأخر أي بلاطة من خريطة الأساس</numerusform>
                <numerusform>لم تصل بلاطة واحدة من خريطة الأساس في الوقت</numerusform>
                <numerusform>لم تصل بلاطتان من خريطة الأساس في الوقت</numerusform>
                <numerusform>لم تصل %Ln بلاطات من خريطة الأساس في الوقت</numerusform>
                <numerusform>لم تصل %Ln بلاطةً من خريطة الأساس في الوقت</numerusform>
                <numerusform>لم تصل %Ln بلاطة من خريطة الأساس في الوقت</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>masar::app::TileFetcher</name>
        <message>
            <source>it did not answer in time</source>
            <translation>لم يُجب في الوقت</translation>
        </message>
        <message>
            <source>its answer is too large for a tile</source>
            <translation>جوابه أكبر من بلاطة</translation>
        </message>
        <message>
            <source>it answers %1 %2</source>
            <comment>an HTTP status and its name</comment>
            <translation>أجاب: %1 %2</translation>
        </message>
        <message>
            <source>its answer is no picture (PNG, JPEG or WebP)</source>
            <translation>جوابه ليس صورة (PNG أو JPEG أو WebP)</translation>
        </message>
        <message>
            <source>its picture is too large for a tile</source>
            <translation>صورته أكبر من بلاطة</translation>
        </message>
        <message>
            <source>its picture is damaged</source>
            <translation>صورته تالفة</translation>
        </message>
    </context>
    <context>
        <name>masar::app::Timeline</name>
        <message>
            <source>No date is stated</source>
            <translation>لم يُذكر تاريخ</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <comment>a date in words, the date as written</comment>
            <translation>%1 (%2)</translation>
        </message>
        <message>
            <source>Source: %1</source>
            <translation>المصدر: %1</translation>
        </message>
        <message>
            <source>; </source>
            <comment>list</comment>
            <translation>؛ </translation>
        </message>
    </context>
</TS>
